//! A picture by itself: everything that it needs is in it, in plain attributes that every program reads.

use std::fmt::Write;

use super::ink::Ink;
use super::placed::fine;

/// A picture: shapes and texts, the first ones below.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// In pixels.
    pub width: f64,
    /// In pixels.
    pub height: f64,
    /// What is under everything.
    pub paper: Ink,
    /// The fonts of all texts, the first one there is.
    pub font: String,
    /// The language of its texts, as a tag.
    pub language: String,
    /// What the picture is called.
    pub title: String,
    /// What it says, for those who do not see it.
    pub description: String,
    /// What it is made of.
    pub pieces: Vec<Piece>,
}

/// A part of a picture.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A shape.
    Shape(OutlinedShape),
    /// A line of text.
    Text(DrawnText),
}

/// A shape, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlinedShape {
    /// The `d` of its outline.
    pub path: String,
    /// What it is filled with.
    pub fill: Option<Ink>,
    /// What it is outlined with.
    pub stroke: Option<Ink>,
    /// How wide the outline is.
    pub width: f64,
    /// The lengths of dashes and gaps by turns; none is a full line.
    pub dashes: Vec<f64>,
    /// Whether lines end round.
    pub is_round: bool,
    /// What of it is seen: left, top, width, height.
    pub window: Option<[f64; 4]>,
}

/// A line of text, in pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct DrawnText {
    /// Its words.
    pub words: String,
    /// Where it stands, across, and where its letters stand on.
    pub at: (f64, f64),
    /// What stands there: "start", "middle" or "end".
    pub anchor: &'static str,
    /// How high it is set.
    pub size: f64,
    /// How heavy it is set; 400 is plain.
    pub weight: f64,
    /// Its colour.
    pub ink: Ink,
    /// A rim around its letters, and how wide that is.
    pub rim: Option<(Ink, f64)>,
}

impl Drawing {
    /// The text of an SVG file.
    #[must_use]
    pub fn to_svg(&self) -> String {
        let (width, height) = (fine(self.width), fine(self.height));
        let mut svg = String::new();
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
             role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"{}\" font-family=\"{}\">\n<title id=\"title\">{}</title>\n<desc id=\"desc\">{}</desc>\n",
            escaped(&self.language),
            escaped(&self.font),
            escaped(&self.title),
            escaped(&self.description),
        );
        let _ = writeln!(
            svg,
            "<rect width=\"{width}\" height=\"{height}\"{}/>",
            paint("fill", Some(&self.paper))
        );
        let mut windows: Vec<[f64; 4]> = Vec::new();
        for piece in &self.pieces {
            match piece {
                Piece::Shape(shape) => svg.push_str(&shape.to_svg(&mut windows)),
                Piece::Text(text) => svg.push_str(&text.to_svg()),
            }
        }
        svg.push_str("</svg>\n");
        svg
    }
}

impl OutlinedShape {
    /// `windows` are those that the file has already.
    fn to_svg(&self, windows: &mut Vec<[f64; 4]>) -> String {
        let mut svg = String::new();
        let window = self.window.map(|window| {
            let known = windows.iter().position(|other| *other == window);
            known.unwrap_or_else(|| {
                let [x, y, width, height] = window.map(fine);
                let id = windows.len();
                let _ = writeln!(
                    svg,
                    "<clipPath id=\"window-{id}\"><rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/></clipPath>"
                );
                windows.push(window);
                id
            })
        });
        let _ = write!(svg, "<path d=\"{}\"", self.path);
        svg.push_str(&paint("fill", self.fill.as_ref()));
        if self.stroke.is_some() {
            svg.push_str(&paint("stroke", self.stroke.as_ref()));
            let _ = write!(svg, " stroke-width=\"{}\"", fine(self.width));
            if !self.dashes.is_empty() {
                let dashes: Vec<String> = self.dashes.iter().map(f64::to_string).collect();
                let _ = write!(svg, " stroke-dasharray=\"{}\"", dashes.join(" "));
            }
            svg.push_str(" stroke-linejoin=\"round\"");
            if self.is_round {
                svg.push_str(" stroke-linecap=\"round\"");
            }
        }
        if let Some(id) = window {
            let _ = write!(svg, " clip-path=\"url(#window-{id})\"");
        }
        svg.push_str("/>\n");
        svg
    }
}

impl DrawnText {
    /// The rim is a text of its own under the letters: not every program draws the two in the right order.
    fn to_svg(&self) -> String {
        let mut place = String::new();
        let (x, y) = (fine(self.at.0), fine(self.at.1));
        let _ = write!(
            place,
            "x=\"{x}\" y=\"{y}\" font-size=\"{}\"",
            fine(self.size)
        );
        if self.weight != 400.0 {
            let _ = write!(place, " font-weight=\"{}\"", self.weight);
        }
        if self.anchor != "start" {
            let _ = write!(place, " text-anchor=\"{}\"", self.anchor);
        }
        let words = escaped(&self.words);
        let mut svg = String::new();
        if let Some((ink, width)) = &self.rim {
            let _ = writeln!(
                svg,
                "<text {place} aria-hidden=\"true\" fill=\"none\"{} stroke-width=\"{}\" stroke-linejoin=\"round\">{words}</text>",
                paint("stroke", Some(ink)),
                fine(*width)
            );
        }
        let ink = paint("fill", Some(&self.ink));
        let _ = writeln!(svg, "<text {place}{ink}>{words}</text>");
        svg
    }
}

/// The attributes of a fill or a stroke.
fn paint(name: &str, ink: Option<&Ink>) -> String {
    match ink {
        None => [" ", name, "=\"none\""].concat(),
        Some(ink) if ink.opacity < 1.0 => {
            let opacity = fine(ink.opacity);
            format!(" {name}=\"{}\" {name}-opacity=\"{opacity}\"", ink.colour)
        }
        Some(ink) => format!(" {name}=\"{}\"", ink.colour),
    }
}

/// A text as XML has it; signs that XML forbids are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::new();
    for sign in text.chars() {
        match sign {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {}
            sign => escaped.push(sign),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ink(text: &str) -> Ink {
        Ink::parse(text).expect("a colour")
    }

    fn shape() -> OutlinedShape {
        OutlinedShape {
            path: "M0 0L10 10".to_owned(),
            fill: None,
            stroke: Some(ink("rgb(11, 92, 173)")),
            width: 1.5,
            dashes: vec![6.0, 4.0],
            is_round: true,
            window: Some([1.0, 2.0, 30.0, 40.0]),
        }
    }

    #[test]
    fn the_file_holds_everything_in_plain_attributes() {
        let text = DrawnText {
            words: "a < b & \"c\"\u{0}".to_owned(),
            at: (12.345, 20.0),
            anchor: "end",
            size: 13.0,
            weight: 600.0,
            ink: ink("#17191e"),
            rim: Some((ink("#fff"), 3.0)),
        };
        let drawing = Drawing {
            width: 320.0,
            height: 200.25,
            paper: ink("#fff"),
            font: "system-ui, \"Noto Sans\"".to_owned(),
            language: "ka".to_owned(),
            title: "Deals <won>".to_owned(),
            description: "10 & more".to_owned(),
            pieces: vec![
                Piece::Shape(shape()),
                Piece::Shape(OutlinedShape {
                    fill: Some(ink("rgba(0, 0, 0, 0.25)")),
                    stroke: None,
                    ..shape()
                }),
                Piece::Text(text),
            ],
        };
        assert_eq!(
            drawing.to_svg(),
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"320\" height=\"200.25\" viewBox=\"0 0 320 200.25\" role=\"img\" aria-labelledby=\"title desc\" xml:lang=\"ka\" font-family=\"system-ui, &quot;Noto Sans&quot;\">\n\
             <title id=\"title\">Deals &lt;won&gt;</title>\n\
             <desc id=\"desc\">10 &amp; more</desc>\n\
             <rect width=\"320\" height=\"200.25\" fill=\"#ffffff\"/>\n\
             <clipPath id=\"window-0\"><rect x=\"1\" y=\"2\" width=\"30\" height=\"40\"/></clipPath>\n\
             <path d=\"M0 0L10 10\" fill=\"none\" stroke=\"#0b5cad\" stroke-width=\"1.5\" stroke-dasharray=\"6 4\" stroke-linejoin=\"round\" stroke-linecap=\"round\" clip-path=\"url(#window-0)\"/>\n\
             <path d=\"M0 0L10 10\" fill=\"#000000\" fill-opacity=\"0.25\" clip-path=\"url(#window-0)\"/>\n\
             <text x=\"12.35\" y=\"20\" font-size=\"13\" font-weight=\"600\" text-anchor=\"end\" aria-hidden=\"true\" fill=\"none\" stroke=\"#ffffff\" stroke-width=\"3\" stroke-linejoin=\"round\">a &lt; b &amp; &quot;c&quot;</text>\n\
             <text x=\"12.35\" y=\"20\" font-size=\"13\" font-weight=\"600\" text-anchor=\"end\" fill=\"#17191e\">a &lt; b &amp; &quot;c&quot;</text>\n\
             </svg>\n"
        );
    }
}
