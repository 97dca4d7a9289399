//! The small curves beside the inputs: which are wanted, and what has come of them.

use std::rc::Rc;

use yew::prelude::*;

use super::*;

impl App {
    /// Every number that is on the page now.
    pub(super) fn visible(&self) -> Vec<Field> {
        let document = self.state.document();
        let mut fields = Vec::new();
        for (at, id) in self.state.channel_ids.iter().enumerate() {
            fields.extend(
                [ChannelField::LeadsPerMonth, ChannelField::CostPerLead]
                    .map(|field| Field::Channel(at, field)),
            );
            if self.is_open(RowId::Channel(*id)) {
                fields.extend(of_channel(at));
            }
        }
        for (at, id) in self.state.stage_ids.iter().enumerate() {
            fields.push(Field::Stage(at, StageField::Conversion));
            if self.is_open(RowId::Stage(*id)) {
                fields.extend(of_stage(document, at));
            }
        }
        fields.push(Field::Deal(DealField::Size));
        if self.is_open(RowId::Deal) {
            fields.extend(of_deal(document));
        }
        fields
    }

    /// Lays the sliders' ranges and asks for the curves over them.
    pub(super) fn want_curves(&mut self, context: &Context<Self>) {
        let document = self.state.document();
        let kept = self
            .moving
            .and_then(|field| Some((field, *self.ranges.get(field)?)));
        let visible = self.visible();
        self.ranges = Fields::default();
        for field in &visible {
            let value = field.get(document).unwrap_or(f64::NAN);
            self.ranges
                .insert(*field, SliderRange::around(*field, value, document));
        }
        if let Some((field, range)) = kept {
            self.ranges.insert(field, range);
        }
        let requests = visible
            .into_iter()
            .filter_map(|field| {
                let range = self.ranges.get(field)?;
                let values =
                    (0..=POINTS).map(|at| range.value_at(f64::from(at) / f64::from(POINTS)));
                Some(CurveRequest {
                    field,
                    values: values.collect(),
                })
            })
            .collect();
        self.runner.want(requests);
        self.slice_after(context, CURVES_AFTER);
    }

    pub(super) fn refresh_details(&mut self) {
        let pair = self.answer.comparison.pair;
        self.details = self.runner.details(self.state.document(), pair);
        self.details_of = self.state.generation;
    }

    pub(super) fn slice_after(&mut self, context: &Context<Self>, milliseconds: u32) {
        let link = context.link().clone();
        self.slice = Some(platform::after(milliseconds, move || {
            link.send_message(Msg::Slice)
        }));
    }

    pub(super) fn work(&mut self, context: &Context<Self>) -> bool {
        if self.details_of != self.state.generation {
            self.refresh_details();
            self.slice_after(context, 0);
            return true;
        }
        let until = platform::now() + SLICE;
        let (finished, more) = self.runner.slice(|| platform::now() < until);
        if more {
            self.slice_after(context, 0);
        }
        let changed = !finished.is_empty();
        for finished in finished {
            match finished {
                Finished::Equivalent(found) => self.answer.comparison.as_many_leads_as = found,
                Finished::Curve(result) => {
                    if let Some(range) = self.ranges.get(result.field) {
                        let answers = evenly(&result, range);
                        self.curves.insert(result.field, Curve { answers });
                    }
                }
            }
        }
        changed
    }
}

/// A slider stops at round values, which do not lie evenly: the answers at even places between them.
fn evenly(result: &CurveResult, range: &SliderRange) -> Rc<[Option<f64>]> {
    let points: Vec<(f64, Option<f64>)> = (0..=POINTS)
        .zip(result.answers.iter())
        .map(|(at, answer)| {
            let value = range.value_at(f64::from(at) / f64::from(POINTS));
            (range.position_of(value), *answer)
        })
        .collect();
    (0..=POINTS)
        .map(|at| {
            let place = f64::from(at) / f64::from(POINTS);
            let after = points
                .iter()
                .find(|(position, _)| *position >= place)
                .or(points.last())?;
            let before = points
                .iter()
                .rev()
                .find(|(position, _)| *position <= place)
                .or(points.first())?;
            let (low, high) = (before.1?, after.1?);
            let width = after.0 - before.0;
            let share = if width > 0.0 {
                (place - before.0) / width
            } else {
                0.0
            };
            Some(low + (high - low) * share)
        })
        .collect()
}
