//! Damages what is whole, in the ways in which it gets damaged, and in those that somebody thinks of.

/// Documents with everything that the contract knows.
pub const SEEDS: [&str; 5] = [
    include_str!("../links/everything.json"),
    include_str!("../links/defaults.json"),
    include_str!("../links/six-stages.json"),
    include_str!("../links/plans.json"),
    include_str!("../links/scenarios.json"),
];

/// Pieces that are put in where they do not belong.
const PIECES: [&str; 32] = [
    "1e999",
    "-1e-999",
    "-0",
    "0.1e1",
    "NaN",
    "null",
    "true",
    "[]",
    "{}",
    "[[[[[[[[[[[[[[[[",
    "{\"a\":{\"a\":{\"a\":",
    "\"\"",
    "\\u0000",
    "\\ud800",
    "\u{feff}",
    "\u{202e}",
    "<script>",
    "javascript:",
    "\"version\":2,",
    "\"version\":1,",
    "\"stages\":[],",
    "\"months\":1e9,",
    "99999999999999999999999999",
    "0.000000000000000000000001",
    ",",
    ":",
    "\"",
    "}",
    "]",
    "\n",
    "%",
    "=",
];

/// Texts of boxes and attributes to begin with.
const TYPED: [&str; 16] = [
    "1 234,56",
    "1.234,56",
    "1,234.56",
    "2 %",
    "%2,4",
    "400k",
    "400 tūkst.",
    "400 тыс.",
    "400 ათ.",
    "400 bin",
    "−5",
    "€1.234.567,50",
    "1e308",
    "0,125",
    "12,34,56",
    "1–3",
];
const ATTRIBUTES: [&str; 8] = [
    "talk", "EUR", "2026-11", "lt-LT", "ka", "own", "GEL", "firm",
];

/// A source of damaged inputs: the same ones from the same seed.
pub struct Mangler(u64);

impl Mangler {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// SplitMix64 (Steele, Lea and Flood 2014).
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A whole number below another, which is not 0.
    pub fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    pub fn one_in(&mut self, times: u64) -> bool {
        self.next().is_multiple_of(times)
    }

    /// Any bits as a number.
    pub fn any_number(&mut self) -> f64 {
        if self.one_in(2) {
            f64::from_bits(self.next())
        } else {
            self.below(1000) as f64
        }
    }

    pub fn document(&mut self) -> Vec<u8> {
        let seed = SEEDS[self.below(SEEDS.len())];
        self.damaged(seed.as_bytes())
    }

    pub fn request(&mut self) -> Vec<u8> {
        // A shared file has the same two parts.
        self.document()
    }

    pub fn number(&mut self) -> String {
        let seed = TYPED[self.below(TYPED.len())];
        self.text(seed)
    }

    pub fn attribute(&mut self) -> String {
        let seed = ATTRIBUTES[self.below(ATTRIBUTES.len())];
        self.text(seed)
    }

    pub fn text(&mut self, seed: &str) -> String {
        String::from_utf8_lossy(&self.damaged(seed.as_bytes())).into_owned()
    }

    /// Nothing to a few damages: one alone is refused for what it is, many for the first.
    fn damaged(&mut self, whole: &[u8]) -> Vec<u8> {
        let mut bytes = whole.to_vec();
        let damages = [0, 1, 1, 1, 2, 3, 8][self.below(7)];
        for _ in 0..damages {
            self.damage(&mut bytes);
        }
        bytes
    }

    fn damage(&mut self, bytes: &mut Vec<u8>) {
        if bytes.is_empty() {
            bytes.push(self.next() as u8);
            return;
        }
        let at = self.below(bytes.len());
        let end = (at + 1 + self.below(40)).min(bytes.len());
        match self.below(9) {
            0 => bytes[at] = self.next() as u8,
            1 => bytes[at] ^= 1 << self.below(8),
            2 => bytes.truncate(at),
            3 => drop(bytes.drain(at..end)),
            4 => {
                let piece = bytes[at..end].to_vec();
                let to = self.below(bytes.len());
                drop(bytes.splice(to..to, piece));
            }
            5 => {
                let piece = PIECES[self.below(PIECES.len())];
                drop(bytes.splice(at..at, piece.bytes()));
            }
            6 => {
                let piece = PIECES[self.below(PIECES.len())];
                drop(bytes.splice(at..end, piece.bytes()));
            }
            7 => self.other_digits(bytes),
            _ => bytes.reverse(),
        }
    }

    /// Other digits where there are some: the document stays one, with other numbers.
    fn other_digits(&mut self, bytes: &mut [u8]) {
        let start = self.below(bytes.len());
        let digits = bytes
            .iter_mut()
            .skip(start)
            .filter(|byte| byte.is_ascii_digit());
        let digits: Vec<&mut u8> = digits.take(3).collect();
        for digit in digits {
            *digit = b'0' + self.below(10) as u8;
        }
    }
}
