//! Pictures of the page as files: what the browser shows, put down in a drawing of its own.

use crate::platform::{
    self, Canvas, Content, Outline, Place, SeenPart, SeenShape, SeenText, Setting,
};
use crate::plot::{Drawing, DrawnText, Ink, OutlinedShape, Piece, Placing};
use crate::ui::words::Words;

/// Points to a pixel, where nobody says how many.
pub(super) const SCALE: f64 = 2.0;

/// The drawing of a figure as it is on paper, and what it is called: the part of the page, and what is over it.
pub(super) fn drawing_of(figure: &Place, words: Words) -> Option<(Drawing, [String; 2])> {
    let seen = platform::take_apart(figure)?;
    let named = [&*seen.heading, &*seen.caption];
    let named = named.into_iter().filter(|name| !name.is_empty());
    let title = named.collect::<Vec<_>>().join(": ");
    let pieces = seen.parts.into_iter().filter_map(|part| match part {
        SeenPart::Shape(shape) => Some(Piece::Shape(of_shape(shape))),
        SeenPart::Text(text) => Some(Piece::Text(of_text(text)?)),
    });
    let drawing = Drawing {
        width: seen.size.0,
        height: seen.size.1,
        paper: Ink::parse(&seen.paper).or(Ink::parse("#fff"))?,
        font: seen.font,
        language: words.locale.tag().to_owned(),
        title,
        description: seen.description,
        pieces: pieces.collect(),
    };
    Some((drawing, [seen.heading, seen.caption]))
}

fn of_shape(shape: SeenShape) -> OutlinedShape {
    let placing = Placing {
        scale: shape.scale,
        origin: shape.origin,
    };
    OutlinedShape {
        path: placing.path(&shape.path),
        fill: Ink::parse(&shape.fill),
        stroke: Ink::parse(&shape.stroke).filter(|_| shape.width > 0.0),
        width: shape.width,
        dashes: shape.dashes,
        is_round: shape.is_round,
        window: shape.window,
    }
}

fn of_text(text: SeenText) -> Option<DrawnText> {
    Some(DrawnText {
        words: text.words,
        at: text.at,
        anchor: text.anchor,
        size: text.size,
        weight: text.weight,
        ink: Ink::parse(&text.colour)?,
        rim: Ink::parse(&text.rim)
            .filter(|_| text.rim_width > 0.0)
            .map(|ink| (ink, text.rim_width)),
    })
}

/// Draws the same of points, so many of them to a pixel; nothing where the browser cannot.
pub(super) fn to_png(
    drawing: &Drawing,
    scale: f64,
    then: impl FnOnce(Option<Content>) + 'static,
) -> Option<()> {
    let size = (drawing.width, drawing.height);
    let canvas = Canvas::new(size, scale, &drawing.paper.colour)?;
    for piece in &drawing.pieces {
        match piece {
            Piece::Shape(shape) => canvas.shape(
                &shape.path,
                shape.fill.as_ref().map(covering),
                shape.stroke.as_ref().map(|ink| Outline {
                    colour: covering(ink),
                    width: shape.width,
                    dashes: &shape.dashes,
                    is_round: shape.is_round,
                }),
                shape.window,
            ),
            Piece::Text(text) => {
                let setting = Setting {
                    at: text.at,
                    anchor: text.anchor,
                    size: text.size,
                    weight: text.weight,
                    font: &drawing.font,
                };
                let rim = text.rim.as_ref();
                let rim = rim.map(|(ink, width)| (&*ink.colour, *width));
                canvas.text(&text.words, &setting, covering(&text.ink), rim);
            }
        }
    }
    canvas.to_png(then);
    Some(())
}

fn covering(ink: &Ink) -> (&str, f64) {
    (&ink.colour, ink.opacity)
}
