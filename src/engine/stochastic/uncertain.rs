//! Values that are not known exactly: one draw of each makes a document in which all are known.

use libm::{exp, log};

use super::normal;
use super::random::{Luck, Purpose, Stream};
use crate::model::{Conversion, Document, Number, Range, Uncertain, kinds::Share};

/// Φ⁻¹(0.9): an interval from the 10th to the 90th percentile is this many standard deviations to each
/// side of its middle.
const TO_THE_90TH: f64 = 1.281_551_565_544_600_4;
/// The values of a stage or channel are drawn in streams of their own.
const CHANNELS: usize = 0;
const STAGES: usize = 64;
const DEAL: usize = 128;

/// Whether any value of `document` is not known exactly.
#[must_use]
pub fn is_uncertain(document: &Document) -> bool {
    let channels = document
        .channels
        .iter()
        .any(|channel| is_interval(channel.leads_per_month));
    let stages = document.stages.iter().any(|stage| {
        !matches!(stage.conversion, Conversion::Rate(Uncertain::Known(_)))
            || is_interval(stage.days.mean)
            || stage.lost_days.is_some_and(|days| is_interval(days.mean))
    });
    channels || stages || is_interval(document.deal.size)
}

fn is_interval<R: Range>(value: Uncertain<R>) -> bool {
    matches!(value, Uncertain::Between { .. })
}

/// Puts one draw of every value of `document` that is not known exactly into `known`, a copy of it.
pub fn draw(document: &Document, luck: Luck, known: &mut Document) {
    let channels = document.channels.iter().zip(&mut known.channels);
    for (position, (channel, known)) in channels.enumerate() {
        let mut stream = luck.stream(Purpose::Uncertain, CHANNELS + position, 0);
        known.leads_per_month = one_of(channel.leads_per_month, &mut stream);
    }
    let stages = document.stages.iter().zip(&mut known.stages);
    for (position, (stage, known)) in stages.enumerate() {
        let stream = |value| luck.stream(Purpose::Uncertain, STAGES + position, value);
        known.conversion = conversion(stage.conversion, &mut stream(0));
        known.days.mean = one_of(stage.days.mean, &mut stream(1));
        if let (Some(days), Some(known)) = (stage.lost_days, &mut known.lost_days) {
            known.mean = one_of(days.mean, &mut stream(2));
        }
    }
    let mut stream = luck.stream(Purpose::Uncertain, DEAL, 0);
    known.deal.size = one_of(document.deal.size, &mut stream);
}

fn conversion(value: Conversion, stream: &mut Stream) -> Conversion {
    match value {
        Conversion::Rate(rate) => Conversion::Rate(one_of(rate, stream)),
        Conversion::Counted { advanced, of } => {
            let lost = of.get() - advanced.get();
            Number::<Share>::nearest(beta(advanced.get() + 0.5, lost + 0.5, stream)).into()
        }
    }
}

/// Logit-normal for a probability, log-normal for everything else, with the interval's ends as 10th
/// and 90th percentiles.
fn one_of<R: Range>(value: Uncertain<R>, stream: &mut Stream) -> Uncertain<R> {
    let Uncertain::Between { low, high } = value else {
        return value;
    };
    let scale = |value: f64| {
        if R::IS_PROBABILITY {
            log(value / (1.0 - value))
        } else {
            log(value)
        }
    };
    let (low, high) = (scale(low.get()), scale(high.get()));
    let z = normal::quantile(stream.uniform());
    let drawn = f64::midpoint(low, high) + (high - low) / (2.0 * TO_THE_90TH) * z;
    let value = if R::IS_PROBABILITY {
        1.0 / (1.0 + exp(-drawn))
    } else {
        exp(drawn)
    };
    Number::nearest(value).into()
}

/// Beta(a, b) as the share of one of two gammas; a and b at least ½.
fn beta(a: f64, b: f64, stream: &mut Stream) -> f64 {
    let first = gamma(a, stream);
    first / (first + gamma(b, stream))
}

/// A gamma of mean and shape `shape`, at least ½: Marsaglia & Tsang 2000, doi 10.1145/358407.358414, with
/// their step up by one for shapes below 1.
fn gamma(shape: f64, stream: &mut Stream) -> f64 {
    if shape < 1.0 {
        let step_down = exp(log(stream.uniform()) / shape);
        return gamma(shape + 1.0, stream) * step_down;
    }
    let d = shape - 1.0 / 3.0;
    let c = 1.0 / (9.0 * d).sqrt();
    loop {
        let z = normal::quantile(stream.uniform());
        let root = 1.0 + c * z;
        if root <= 0.0 {
            continue;
        }
        let cubed = root * root * root;
        if log(stream.uniform()) < 0.5 * z * z + d - d * cubed + d * log(cubed) {
            return d * cubed;
        }
    }
}
