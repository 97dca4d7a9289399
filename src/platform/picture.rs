//! What is drawn on the page, taken apart: shapes and lines of text where they are, with the looks that the browser
//! has computed for them.

use wasm_bindgen::JsCast;
use web_sys::{
    CssStyleDeclaration, DomRect, Element, Node, Range, SvgGraphicsElement, SvgMatrix,
    SvgTextContentElement,
};

use super::measure::Measure;
use super::named::{caption_of, description_of, heading_around};

/// A picture taken apart.
pub struct Seen {
    /// Its width and height in pixels.
    pub size: (f64, f64),
    /// The colour under it, and the fonts of its texts, as CSS has them.
    pub paper: String,
    /// See above.
    pub font: String,
    /// What the part of the page is called that it is in, and what is written over it.
    pub heading: String,
    /// See above.
    pub caption: String,
    /// What it says, for those who do not see it.
    pub description: String,
    /// What it is made of, the first ones below.
    pub parts: Vec<SeenPart>,
}

/// A part of a picture.
pub enum SeenPart {
    /// A shape.
    Shape(SeenShape),
    /// A line of text.
    Text(SeenText),
}

/// A shape with its looks as CSS has them.
pub struct SeenShape {
    /// The `d` of its outline in its own coordinates.
    pub path: String,
    /// How it is scaled, across and down.
    pub scale: (f64, f64),
    /// Where its origin is in the picture.
    pub origin: (f64, f64),
    /// Its fill and its stroke.
    pub fill: String,
    /// See above.
    pub stroke: String,
    /// The stroke's width, in pixels.
    pub width: f64,
    /// The lengths of dashes and gaps.
    pub dashes: Vec<f64>,
    /// Whether lines end round.
    pub is_round: bool,
    /// What of it is seen: left, top, width, height.
    pub window: Option<[f64; 4]>,
}

/// A line of text with its looks as CSS has them.
pub struct SeenText {
    /// Its words.
    pub words: String,
    /// Where it stands in the picture, and where its letters stand on.
    pub at: (f64, f64),
    /// What stands there: "start", "middle" or "end".
    pub anchor: &'static str,
    /// How high and how heavy it is set.
    pub size: f64,
    /// See above.
    pub weight: f64,
    /// Its colour, and that of a rim around its letters.
    pub colour: String,
    /// See above.
    pub rim: String,
    /// How wide the rim is.
    pub rim_width: f64,
}

/// While a picture has this class, its colours are those for paper.
const ON_PAPER: &str = "on-paper";
/// What is no part of a picture.
const LEFT_OUT: &str = "details, table, .exports, .how, .unseen, .note, [hidden]";
/// Room around a picture, in pixels.
const ROOM: f64 = 16.0;
/// How high a picture's heading is set, in pixels.
const HEADING: f64 = 17.0;

/// The picture that an element is in.
#[must_use]
pub fn figure_around(element: &Element) -> Option<Element> {
    element.closest("figure").ok()?
}

/// Takes a picture apart as it would look on paper, at the size that it has now.
#[must_use]
pub fn take_apart(figure: &Element) -> Option<Seen> {
    let classes = figure.class_list();
    let _ = classes.add_1(ON_PAPER);
    let seen = see(figure);
    let _ = classes.remove_1(ON_PAPER);
    seen
}

fn see(figure: &Element) -> Option<Seen> {
    let frame = figure.get_bounding_client_rect();
    let style = style_of(figure)?;
    let heading = heading_around(figure).unwrap_or_default();
    let top = ROOM + HEADING * 1.5;
    let mut view = View {
        left: frame.left() - ROOM,
        top: frame.top() - top,
        bottom: frame.top(),
        measure: Measure::new()?,
        parts: Vec::new(),
    };
    let width = frame.width() + 2.0 * ROOM;
    let font = property(&style, "font-family");
    let wanted = view.measure.width(&heading, 600.0, HEADING, &font);
    let fits = (frame.width() / wanted.max(1.0)).min(1.0);
    view.parts.push(SeenPart::Text(SeenText {
        words: heading.clone(),
        at: (ROOM, ROOM + HEADING),
        anchor: "start",
        size: HEADING * fits,
        weight: 600.0,
        colour: property(&style, "color"),
        rim: String::new(),
        rim_width: 0.0,
    }));
    view.walk(figure, None);
    Some(Seen {
        size: (width, view.bottom - view.top + ROOM),
        paper: property(&style, "--paper"),
        font,
        caption: caption_of(figure).unwrap_or_default(),
        description: description_of(figure).unwrap_or_default(),
        heading,
        parts: view.parts,
    })
}

struct View {
    /// Where the picture begins on the page, and where what has been seen of it ends.
    left: f64,
    top: f64,
    bottom: f64,
    measure: Measure,
    parts: Vec<SeenPart>,
}

impl View {
    /// Everything that an element shows; of shapes, what is seen through a `window`.
    fn walk(&mut self, element: &Element, window: Option<[f64; 4]>) {
        let Some(style) = style_of(element) else {
            return;
        };
        let is_hidden =
            property(&style, "display") == "none" || property(&style, "visibility") == "hidden";
        if is_hidden || element.matches(LEFT_OUT).unwrap_or(true) {
            return;
        }
        match element.local_name().as_str() {
            "path" | "rect" | "line" => self.shape(element, &style, window),
            "text" => self.drawn_text(element, &style),
            "svg" => {
                let rect = element.get_bounding_client_rect();
                self.bottom = self.bottom.max(rect.bottom());
                let cuts = property(&style, "overflow-x") == "hidden" && window.is_none();
                let window = if cuts {
                    Some(self.window(&rect))
                } else {
                    window
                };
                self.walk_children(element, &style, window);
            }
            _ => self.walk_children(element, &style, window),
        }
    }

    fn walk_children(
        &mut self,
        element: &Element,
        style: &CssStyleDeclaration,
        window: Option<[f64; 4]>,
    ) {
        let is_svg = element.namespace_uri().as_deref() == Some("http://www.w3.org/2000/svg");
        let mut next = element.first_child();
        while let Some(node) = next {
            if let Some(child) = node.dyn_ref::<Element>() {
                self.walk(child, window);
            } else if node.node_type() == Node::TEXT_NODE && !is_svg {
                self.written_text(&node, style);
            }
            next = node.next_sibling();
        }
    }

    fn window(&self, rect: &DomRect) -> [f64; 4] {
        [
            rect.left() - self.left,
            rect.top() - self.top,
            rect.width(),
            rect.height(),
        ]
    }

    fn shape(&mut self, element: &Element, style: &CssStyleDeclaration, window: Option<[f64; 4]>) {
        let Some(graphics) = element.dyn_ref::<SvgGraphicsElement>() else {
            return;
        };
        let path = match element.local_name().as_str() {
            "path" => element.get_attribute("d"),
            of_box => box_of(graphics, of_box),
        };
        let (Some(path), Some(matrix)) = (path, graphics.get_screen_ctm()) else {
            return;
        };
        let dashes = property(style, "stroke-dasharray");
        self.parts.push(SeenPart::Shape(SeenShape {
            path,
            scale: (f64::from(matrix.a()), f64::from(matrix.d())),
            origin: self.place(&matrix, (0.0, 0.0)),
            fill: property(style, "fill"),
            stroke: property(style, "stroke"),
            width: number(style, "stroke-width"),
            dashes: dashes.split([',', ' ']).filter_map(pixels).collect(),
            is_round: property(style, "stroke-linecap") == "round",
            window,
        }));
    }

    /// A text that is part of a drawing.
    fn drawn_text(&mut self, element: &Element, style: &CssStyleDeclaration) {
        let words = element.text_content().unwrap_or_default();
        let text = element.dyn_ref::<SvgTextContentElement>();
        let start = text.and_then(|text| text.get_start_position_of_char(0).ok());
        let (Some(text), Some(start)) = (text, start) else {
            return;
        };
        let Some(matrix) = text.get_screen_ctm() else {
            return;
        };
        let (anchor, share) = match property(style, "text-anchor").as_str() {
            "middle" => ("middle", 0.5),
            "end" => ("end", 1.0),
            _ => ("start", 0.0),
        };
        let across = f64::from(start.x()) + share * f64::from(text.get_computed_text_length());
        let at = self.place(&matrix, (across, f64::from(start.y())));
        self.parts.push(SeenPart::Text(SeenText {
            words,
            at,
            anchor,
            size: number(style, "font-size"),
            weight: number(style, "font-weight"),
            colour: property(style, "fill"),
            rim: property(style, "stroke"),
            rim_width: number(style, "stroke-width"),
        }));
    }

    /// A text of the page, line by line as the browser has broken it.
    fn written_text(&mut self, node: &Node, style: &CssStyleDeclaration) {
        let text = node.node_value().unwrap_or_default();
        let Some(range) = node
            .owner_document()
            .and_then(|page| page.create_range().ok())
        else {
            return;
        };
        let mut line: Option<(String, DomRect)> = None;
        for (from, to, word) in words_of(&text) {
            let Some(rect) = rect_of(&range, node, from, to) else {
                continue;
            };
            if let Some((words, first)) = &mut line
                && (rect.top() - first.top()).abs() < first.height() / 2.0
            {
                words.push(' ');
                words.push_str(word);
                continue;
            }
            self.end_line(line.replace((word.to_owned(), rect)), style);
        }
        self.end_line(line, style);
    }

    fn end_line(&mut self, line: Option<(String, DomRect)>, style: &CssStyleDeclaration) {
        let Some((words, rect)) = line else { return };
        let (size, weight) = (number(style, "font-size"), number(style, "font-weight"));
        let font = property(style, "font-family");
        let above = self.measure.share_above_line(weight, size, &font);
        self.bottom = self.bottom.max(rect.bottom());
        self.parts.push(SeenPart::Text(SeenText {
            words,
            at: (
                rect.left() - self.left,
                rect.height().mul_add(above, rect.top()) - self.top,
            ),
            anchor: "start",
            size,
            weight,
            colour: property(style, "color"),
            rim: String::new(),
            rim_width: 0.0,
        }));
    }

    /// Where a point of an element's own coordinates is in the picture.
    fn place(&self, matrix: &SvgMatrix, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, d, e, f] = [matrix.a(), matrix.d(), matrix.e(), matrix.f()].map(f64::from);
        (a.mul_add(x, e) - self.left, d.mul_add(y, f) - self.top)
    }
}

/// The outline of a rectangle or of a line that stands or lies.
fn box_of(graphics: &SvgGraphicsElement, name: &str) -> Option<String> {
    let rect = graphics.get_b_box().ok()?;
    let [x, y, width, height] =
        [rect.x(), rect.y(), rect.width(), rect.height()].map(|side| side.to_string());
    Some(if name == "line" {
        ["M", &x, " ", &y, "l", &width, " ", &height].concat()
    } else {
        [
            "M", &x, " ", &y, "h", &width, "v", &height, "h-", &width, "Z",
        ]
        .concat()
    })
}

/// The words of a text, with where they begin and end in the units that a range counts in.
fn words_of(text: &str) -> Vec<(u32, u32, &str)> {
    let mut words = Vec::new();
    let mut at = 0;
    for piece in text.split_inclusive([' ', '\n', '\t']) {
        let word = piece.trim_matches([' ', '\n', '\t']);
        let length = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap_or_default();
        if !word.is_empty() {
            words.push((at, at + length(word), word));
        }
        at += length(piece);
    }
    words
}

fn rect_of(range: &Range, node: &Node, from: u32, to: u32) -> Option<DomRect> {
    range.set_start(node, from).ok()?;
    range.set_end(node, to).ok()?;
    let rect = range.get_bounding_client_rect();
    (rect.width() > 0.0).then_some(rect)
}

fn style_of(element: &Element) -> Option<CssStyleDeclaration> {
    web_sys::window()?.get_computed_style(element).ok()?
}

fn property(style: &CssStyleDeclaration, name: &str) -> String {
    style.get_property_value(name).unwrap_or_default()
}

fn number(style: &CssStyleDeclaration, name: &str) -> f64 {
    pixels(&property(style, name)).unwrap_or_default()
}

fn pixels(text: &str) -> Option<f64> {
    text.trim_end_matches("px").parse().ok()
}
