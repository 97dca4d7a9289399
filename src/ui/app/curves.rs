//! The small curves beside the inputs: which are wanted, and what has come of them.

use std::rc::Rc;

use yew::prelude::*;

use super::*;
use crate::ui::controls::target::{extra, extra_limits, times};

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
        let kept = self
            .moving
            .and_then(|input| Some((input, *self.ranges.get(input)?)));
        let ranges = self.ranges_now();
        self.ranges = Inputs::default();
        for (input, range) in &ranges {
            self.ranges.insert(*input, *range);
        }
        if let Some((input, range)) = kept {
            self.ranges.insert(input, range);
        }
        let leads = self.leads_today();
        let requests = ranges
            .into_iter()
            .filter_map(|(input, _)| {
                let range = self.ranges.get(input)?;
                let values =
                    (0..=POINTS).map(|at| range.value_at(f64::from(at) / f64::from(POINTS)));
                let values = match input {
                    Input::LeadsTimes => values.map(|extra| times(extra, leads)).collect(),
                    Input::Field(_) | Input::PairTo => values.collect(),
                };
                Some(CurveRequest { input, values })
            })
            .collect();
        self.runner.want(requests);
        self.slice_after(context, CURVES_AFTER);
    }

    /// What the sliders of the present numbers cover: those of the two ways first.
    fn ranges_now(&self) -> Vec<(Input, SliderRange)> {
        let document = self.state.document();
        let pair = self.answer.comparison.pair;
        let leads = self.leads_today();
        let to = SliderRange::around(
            Field::Stage(pair.stage, StageField::Conversion),
            pair.to.get(),
            document,
        );
        let extra = SliderRange::of_amount(extra(pair, leads), leads, extra_limits(leads));
        let of_field = |field: Field| {
            let value = field.get(document).unwrap_or(f64::NAN);
            (
                Input::Field(field),
                SliderRange::around(field, value, document),
            )
        };
        let ways = [(Input::PairTo, to), (Input::LeadsTimes, extra)];
        let fields = self.visible().into_iter().map(of_field);
        ways.into_iter().chain(fields).collect()
    }

    /// The leads of a mean month as the pipeline is.
    pub(in crate::ui) fn leads_today(&self) -> f64 {
        let totals = &self.answer.comparison.baseline.totals;
        totals.leads / self.state.document().months.get()
    }

    pub(super) fn slice_after(&mut self, context: &Context<Self>, milliseconds: u32) {
        let link = context.link().clone();
        self.slice = Some(platform::after(milliseconds, move || {
            link.send_message(Msg::Slice)
        }));
    }

    /// Goes on with what is done a slice at a time: drawing the widget for the first time, then the curves.
    pub(super) fn work(&mut self, context: &Context<Self>) -> bool {
        if !self.is_complete() {
            self.draw_more(context);
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
                    if let Some(range) = self.ranges.get(result.input) {
                        let answers = evenly(&result, range);
                        self.curves.insert(result.input, Curve { answers });
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
