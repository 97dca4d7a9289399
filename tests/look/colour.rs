//! Colours: how they contrast, and how far apart they look to those who see fewer.

/// How a colour written out begins, beside a hash.
pub const FUNCTIONS: [&str; 8] = [
    "rgb", "hsl", "hwb", "lab(", "lch(", "oklab(", "oklch(", "color(",
];

/// Words that are colours. Of the some 150, those that people write, and the system's.
pub const NAMES: [&str; 34] = [
    "black",
    "white",
    "red",
    "green",
    "blue",
    "orange",
    "yellow",
    "gray",
    "grey",
    "silver",
    "navy",
    "teal",
    "purple",
    "maroon",
    "olive",
    "lime",
    "aqua",
    "fuchsia",
    "brown",
    "pink",
    "gold",
    "crimson",
    "tomato",
    "whitesmoke",
    "canvas",
    "canvastext",
    "linktext",
    "visitedtext",
    "graytext",
    "highlight",
    "highlighttext",
    "buttontext",
    "buttonface",
    "buttonborder",
];

/// How someone sees.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sight {
    Full,
    /// Without the cones for long waves.
    Protanopia,
    /// Without those for middle ones.
    Deuteranopia,
}

impl Sight {
    /// What becomes of linear red, green and blue: Machado, Oliveira and Fernandes 2009, severity 1
    /// (doi.org/10.1109/TVCG.2009.113).
    fn matrix(self) -> [[f64; 3]; 3] {
        match self {
            Self::Full => [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]],
            Self::Protanopia => [
                [0.152_286, 1.052_583, -0.204_868],
                [0.114_503, 0.786_281, 0.099_216],
                [-0.003_882, -0.048_116, 1.051_998],
            ],
            Self::Deuteranopia => [
                [0.367_322, 0.860_646, -0.227_968],
                [0.280_085, 0.672_501, 0.047_413],
                [-0.011_820, 0.042_940, 0.968_881],
            ],
        }
    }
}

/// Red, green and blue, 0 to 255.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

impl Colour {
    /// #rgb or #rrggbb.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        let digit = |at: usize| u8::from_str_radix(digits.get(at..=at)?, 16).ok();
        let pair = |at: usize| u8::from_str_radix(digits.get(at..at + 2)?, 16).ok();
        match digits.len() {
            3 => Some(Self([digit(0)? * 17, digit(1)? * 17, digit(2)? * 17])),
            6 => Some(Self([pair(0)?, pair(2)?, pair(4)?])),
            _ => None,
        }
    }

    fn linear(self) -> [f64; 3] {
        self.0.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                libm::pow((part + 0.055) / 1.055, 2.4)
            }
        })
    }

    /// Relative luminance, 0 to 1.
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.linear();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    /// WCAG's contrast, 1 to 21.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The distance in CIELAB (1976, D65) as someone sees it.
    pub fn distance(self, other: Self, sight: Sight) -> f64 {
        let (one, other) = (self.lab(sight), other.lab(sight));
        let squares = one
            .iter()
            .zip(other)
            .map(|(one, other)| (one - other) * (one - other));
        squares.sum::<f64>().sqrt()
    }

    fn lab(self, sight: Sight) -> [f64; 3] {
        let seen = self.linear();
        let [red, green, blue] = sight.matrix().map(|row| {
            let part: f64 = row.iter().zip(seen).map(|(share, part)| share * part).sum();
            part.clamp(0.0, 1.0)
        });
        let root = |part: f64| {
            if part > 0.008_856 {
                part.cbrt()
            } else {
                7.787 * part + 16.0 / 116.0
            }
        };
        let x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.950_47);
        let y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
        let z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.088_83);
        [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
    }
}

#[test]
fn contrasts_and_distances_are_the_known_ones() {
    let [black, white, red, green] =
        ["#000", "#fff", "#ff0000", "#008000"].map(|text| Colour::parse(text).expect("a colour"));
    assert!((black.contrast(white) - 21.0).abs() < 1e-9);
    assert!((Colour::parse("#767676").expect("a grey").contrast(white) - 4.54).abs() < 0.005);
    assert!((black.distance(white, Sight::Full) - 100.0).abs() < 0.1);
    // Far apart to most, and much less so to those who see fewer.
    let [full, fewer] = [Sight::Full, Sight::Deuteranopia].map(|sight| red.distance(green, sight));
    assert!(full > 100.0 && fewer < full / 2.0, "{full} {fewer}");
}
