//! The line of equal value of a map, as it runs between the map's columns.

use super::lead_rate_map::{EqualConversion, LeadRateMap};

/// A point of the border between where the stage wins, above it, and where the leads do, below it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BorderPoint {
    /// What the leads are multiplied by.
    pub times: f64,
    /// The conversion at the border.
    pub conversion: f64,
    /// Whether stage and leads are worth the same here: the border is the line of equal value.
    pub is_equal: bool,
    /// Whether the leads gain anything, so that they win below.
    pub leads_gain: bool,
}

impl LeadRateMap {
    /// The border from today's leads on. Where the leads gain nothing it is at the present conversion; where no
    /// conversion does as much as they do it is at 1, which the line reaches as steeply as it came.
    #[must_use]
    pub fn border(&self) -> Vec<BorderPoint> {
        let mut border: Vec<BorderPoint> = Vec::new();
        for (times, equal) in self.equal.iter().copied() {
            let point = |conversion| BorderPoint {
                times,
                conversion,
                is_equal: false,
                leads_gain: true,
            };
            match equal {
                EqualConversion::At(conversion) => border.push(BorderPoint {
                    is_equal: true,
                    ..point(conversion)
                }),
                EqualConversion::LeadsGainNothing => border.push(BorderPoint {
                    leads_gain: false,
                    ..point(self.today.conversion)
                }),
                EqualConversion::Never => {
                    border.extend(last_reach(&border, times));
                    border.push(point(1.0));
                }
            }
        }
        border
    }
}

/// Where the line, straight on from its last two points, reaches a conversion of 1 before `times`.
fn last_reach(border: &[BorderPoint], times: f64) -> Option<BorderPoint> {
    let [.., before, last] = border else {
        return None;
    };
    let rise = (last.conversion - before.conversion) / (last.times - before.times);
    let reached = last.times + (1.0 - last.conversion) / rise;
    let goes_on = before.is_equal && last.is_equal && rise > 0.0 && reached <= times;
    goes_on.then_some(BorderPoint {
        times: reached,
        conversion: 1.0,
        ..*last
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::insights::{Contour, MapPoint};

    fn border(equal: &[(f64, EqualConversion)]) -> Vec<(f64, f64, bool, bool)> {
        let nowhere = Contour {
            level: 0.0,
            lines: Vec::new(),
        };
        let today = MapPoint {
            times: 1.0,
            conversion: 0.8,
            objective: 0.0,
        };
        let map = LeadRateMap {
            leads_per_month: 100.0,
            times: Vec::new(),
            conversions: Vec::new(),
            objective: Vec::new(),
            better: Vec::new(),
            today,
            fix: today,
            leads: today,
            like_today: nowhere.clone(),
            like_fix: nowhere.clone(),
            like_leads: nowhere,
            equal: equal.to_vec(),
        };
        let points = map.border().into_iter();
        points
            .map(|point| {
                (
                    point.times,
                    point.conversion,
                    point.is_equal,
                    point.leads_gain,
                )
            })
            .collect()
    }

    #[test]
    fn the_line_goes_on_to_all_where_no_conversion_does_as_much() {
        let equal = [
            (1.0, EqualConversion::At(0.5)),
            (2.0, EqualConversion::At(0.75)),
            (4.0, EqualConversion::Never),
        ];
        let expected = [
            (1.0, 0.5, true, true),
            (2.0, 0.75, true, true),
            (3.0, 1.0, true, true),
            (4.0, 1.0, false, true),
        ];
        assert_eq!(border(&equal), expected);
    }

    #[test]
    fn a_level_line_is_not_drawn_on() {
        let equal = [
            (1.0, EqualConversion::At(0.8)),
            (2.0, EqualConversion::At(0.8)),
            (3.0, EqualConversion::Never),
        ];
        assert_eq!(border(&equal).len(), 3);
    }

    #[test]
    fn leads_that_gain_nothing_win_nowhere() {
        let equal = [
            (1.0, EqualConversion::At(0.8)),
            (2.0, EqualConversion::LeadsGainNothing),
        ];
        let expected = [(1.0, 0.8, true, true), (2.0, 0.8, false, false)];
        assert_eq!(border(&equal), expected);
    }
}
