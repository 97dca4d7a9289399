//! Texts that would stand on each other, moved apart.

use super::number;

/// Places at least `gap` apart and between the two `ends`, each as near as may be to what is wanted and in the same
/// order; where there is not enough room, evenly close.
#[must_use]
pub fn apart(wanted: &[f64], gap: f64, ends: (f64, f64)) -> Vec<f64> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    let place = |at: &usize| wanted.get(*at).copied().unwrap_or_default();
    order.sort_by(|one, other| place(one).total_cmp(&place(other)));
    let room = (ends.1 - ends.0).max(0.0);
    let spaces = number(order.len().saturating_sub(1).max(1));
    let gap = gap.min(room / spaces);

    // What touches moves as one group, around the middle of what its members want.
    let mut groups: Vec<Group> = Vec::new();
    for at in &order {
        let mut group = Group {
            members: 1.0,
            // Where its first member would like to stand.
            first: place(at),
        };
        group.keep_inside(gap, ends);
        while let Some(before) = groups.last() {
            let end = before.first + before.members * gap;
            if end <= group.first {
                break;
            }
            let members = before.members + group.members;
            let wanted = before.first * before.members
                + (group.first - before.members * gap) * group.members;
            group = Group {
                members,
                first: wanted / members,
            };
            group.keep_inside(gap, ends);
            groups.pop();
        }
        groups.push(group);
    }
    let mut places = vec![0.0; wanted.len()];
    let mut members = order.into_iter();
    for group in groups {
        let mut y = group.first;
        let mut left = group.members;
        while left > 0.5 {
            if let Some(place) = members.next().and_then(|at| places.get_mut(at)) {
                *place = y;
            }
            y += gap;
            left -= 1.0;
        }
    }
    places
}

/// Neighbours that touch.
struct Group {
    members: f64,
    first: f64,
}

impl Group {
    fn keep_inside(&mut self, gap: f64, (start, end): (f64, f64)) {
        let last = end - (self.members - 1.0) * gap;
        self.first = self.first.min(last).max(start);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_room_stays() {
        assert_eq!(
            apart(&[50.0, 10.0, 90.0], 7.0, (0.0, 100.0)),
            [50.0, 10.0, 90.0]
        );
        assert!(apart(&[], 7.0, (0.0, 100.0)).is_empty());
    }

    #[test]
    fn what_touches_moves_apart_around_its_middle() {
        assert_eq!(apart(&[50.0, 50.0], 8.0, (0.0, 100.0)), [46.0, 54.0]);
        assert_eq!(
            apart(&[52.0, 48.0, 50.0], 8.0, (0.0, 100.0)),
            [58.0, 42.0, 50.0]
        );
    }

    #[test]
    fn nothing_leaves_the_space() {
        assert_eq!(apart(&[0.0, 1.0], 8.0, (0.0, 100.0)), [0.0, 8.0]);
        assert_eq!(
            apart(&[99.0, 100.0, 98.0], 8.0, (0.0, 100.0)),
            [92.0, 100.0, 84.0]
        );
    }

    #[test]
    fn without_room_all_are_evenly_close() {
        assert_eq!(apart(&[5.0, 5.0, 5.0], 8.0, (0.0, 10.0)), [0.0, 5.0, 10.0]);
    }
}
