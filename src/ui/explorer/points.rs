//! The way along a picture's points: one slider under the picture, which says what the table behind it says of a point.

use yew::prelude::*;

use crate::platform;
use crate::runner::count;
use crate::ui::words::Words;

#[derive(Clone, Properties)]
pub(super) struct PointsProps {
    pub words: Words,
}

/// Never the same: whenever what is around it is drawn anew, its points may be others.
impl PartialEq for PointsProps {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

/// What happens to it.
pub(super) enum Msg {
    /// The picture may have other points.
    Look,
    /// A point is gone to.
    Go(usize),
}

/// Stands inside of a figure, between the picture and its table.
pub(super) struct Points {
    place: NodeRef,
    /// The picture's name and its points, as the table has them.
    name: String,
    points: Vec<String>,
    at: usize,
    /// Whether the table has been read; until then the place is kept.
    has_looked: bool,
}

impl Component for Points {
    type Message = Msg;
    type Properties = PointsProps;

    fn create(_: &Context<Self>) -> Self {
        Self {
            place: NodeRef::default(),
            name: String::new(),
            points: Vec::new(),
            at: 0,
            has_looked: false,
        }
    }

    fn update(&mut self, _: &Context<Self>, message: Msg) -> bool {
        match message {
            Msg::Look => self.look(),
            Msg::Go(at) => {
                self.look();
                self.at = at;
                true
            }
        }
    }

    /// The table is only there once everything around is drawn.
    fn rendered(&mut self, context: &Context<Self>, _: bool) {
        context.link().send_message(Msg::Look);
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let link = context.link();
        let go = link.batch_callback(|event: InputEvent| {
            let at = platform::target_value(&event).map(libm::round);
            // A slider has no negative ends and no more points than it was given.
            at.map(|at| Msg::Go(at as usize))
        });
        let look = link.callback(|_: FocusEvent| Msg::Look);
        let texts = &context.props().words.explorer().keys;
        let label = [texts.points, ": ", &self.name].concat();
        let last = self.points.len().saturating_sub(1);
        let said = self.said();
        let value = count(self.at.min(last)).to_string();
        html! {
            <div class="points slider" ref={self.place.clone()} hidden={last == 0 && self.has_looked} data-waiting={(!self.has_looked).then_some("")}>
                <input type="range" aria-label={label} min="0" max={last.to_string()} step="1" {value}
                    aria-valuetext={said.clone()} oninput={go} onfocusin={look} />
                <p aria-hidden="true">{ said }</p>
            </div>
        }
    }
}

impl Points {
    fn said(&self) -> String {
        let last = self.points.len().saturating_sub(1);
        let said = self.points.get(self.at.min(last));
        said.cloned().unwrap_or_default()
    }

    /// Reads the table again; true where it says something else.
    fn look(&mut self) -> bool {
        let is_first = !std::mem::replace(&mut self.has_looked, true);
        let place = self.place.cast();
        let Some((name, points)) = place.and_then(|place| platform::points_of(&place)) else {
            return is_first;
        };
        let is_other = name != self.name || points != self.points;
        (self.name, self.points) = (name, points);
        is_first || is_other
    }
}
