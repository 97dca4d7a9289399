//! Lines of equal height on a grid, in the grid's own coordinates.

/// A height below a level by less than this share of the largest one is at the level: on a plateau all points
/// are the same but for rounding.
const ROUNDING: f64 = 1e-9;

/// A line through the points of the grid's edges, in order: [column's coordinate, row's coordinate].
pub type Line = Vec<[f64; 2]>;

/// The edge from a node of the grid to the next one, on which a line crosses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Edge {
    column: usize,
    row: usize,
    /// To the next column; else to the next row.
    is_across: bool,
}

/// Heights over a grid of columns and rows, whose coordinates grow. `heights` has a list a column.
#[derive(Clone, Copy, Debug)]
pub(super) struct Grid<'a> {
    pub columns: &'a [f64],
    pub rows: &'a [f64],
    pub heights: &'a [Vec<f64>],
}

impl Grid<'_> {
    /// Where the heights reach `level`, by marching squares: straight between the edges of each cell, the two
    /// lines of a saddle kept apart by the mean of its corners. A line ends at the border or where it began.
    pub(super) fn contour(&self, level: f64) -> Vec<Line> {
        let all = self.heights.iter().flatten();
        let largest = all.fold(level.abs(), |most, height| most.max(height.abs()));
        let reached = level - ROUNDING * largest;
        let mut segments = Vec::new();
        for column in 1..self.columns.len() {
            for row in 1..self.rows.len() {
                segments.extend(self.cell(column - 1, row - 1, reached));
            }
        }
        let lines = chain(segments);
        let at = |edge: &Edge| self.crossing(*edge, level);
        lines
            .iter()
            .map(|line| line.iter().filter_map(at).collect())
            .collect()
    }

    fn height(&self, column: usize, row: usize) -> f64 {
        let column = self.heights.get(column);
        column
            .and_then(|column| column.get(row))
            .copied()
            .unwrap_or_default()
    }

    /// The pieces of lines that cross a cell, named by its lower corner.
    fn cell(&self, column: usize, row: usize, reached: f64) -> Vec<(Edge, Edge)> {
        let edge = |column, row, is_across| Edge {
            column,
            row,
            is_across,
        };
        let lower = edge(column, row, true);
        let upper = edge(column, row + 1, true);
        let left = edge(column, row, false);
        let right = edge(column + 1, row, false);
        let corners = [
            self.height(column, row),
            self.height(column + 1, row),
            self.height(column + 1, row + 1),
            self.height(column, row + 1),
        ];
        let is_high = |height: f64| height >= reached;
        match corners.map(is_high) {
            [false, false, false, false] | [true, true, true, true] => vec![],
            [true, false, false, false] | [false, true, true, true] => vec![(left, lower)],
            [false, true, false, false] | [true, false, true, true] => vec![(lower, right)],
            [false, false, true, false] | [true, true, false, true] => vec![(right, upper)],
            [false, false, false, true] | [true, true, true, false] => vec![(upper, left)],
            [true, true, false, false] | [false, false, true, true] => vec![(left, right)],
            [true, false, false, true] | [false, true, true, false] => vec![(lower, upper)],
            [first_is_high, ..] => {
                let middle = corners.iter().map(|height| height / 4.0).sum();
                if is_high(middle) == first_is_high {
                    vec![(lower, right), (upper, left)]
                } else {
                    vec![(left, lower), (right, upper)]
                }
            }
        }
    }

    fn crossing(&self, edge: Edge, level: f64) -> Option<[f64; 2]> {
        let Edge {
            column,
            row,
            is_across,
        } = edge;
        let (to_column, to_row) = if is_across {
            (column + 1, row)
        } else {
            (column, row + 1)
        };
        let (from, to) = (self.height(column, row), self.height(to_column, to_row));
        let share = if to == from {
            0.0
        } else {
            ((level - from) / (to - from)).clamp(0.0, 1.0)
        };
        let between = |from: f64, to: f64| from + (to - from) * share;
        Some([
            between(*self.columns.get(column)?, *self.columns.get(to_column)?),
            between(*self.rows.get(row)?, *self.rows.get(to_row)?),
        ])
    }
}

/// Puts pieces that meet at an edge together; at most two meet at one.
fn chain(mut pieces: Vec<(Edge, Edge)>) -> Vec<Vec<Edge>> {
    let mut lines = Vec::new();
    while let Some((from, to)) = pieces.pop() {
        let mut line = follow(&mut pieces, from);
        line.reverse();
        line.extend([from, to]);
        line.extend(follow(&mut pieces, to));
        lines.push(line);
    }
    lines
}

/// The edges that come after `end`, whose pieces are taken out.
fn follow(pieces: &mut Vec<(Edge, Edge)>, mut end: Edge) -> Vec<Edge> {
    let mut edges = Vec::new();
    while let Some(next) = pieces
        .iter()
        .position(|(from, to)| *from == end || *to == end)
    {
        let (from, to) = pieces.swap_remove(next);
        end = if from == end { to } else { from };
        edges.push(end);
    }
    edges
}

#[cfg(test)]
mod tests {
    use super::*;

    fn contour(heights: &[Vec<f64>], level: f64) -> Vec<Line> {
        let grid = Grid {
            columns: &[0.0, 1.0, 2.0],
            rows: &[0.0, 10.0, 20.0],
            heights,
        };
        grid.contour(level)
    }

    #[test]
    fn a_slope_has_one_straight_line() {
        // Height = 10 × column + row.
        let heights = [0.0, 10.0, 20.0].map(|base| vec![base, base + 10.0, base + 20.0]);
        let lines = contour(&heights, 15.0);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].len() >= 3);
        for [column, row] in &lines[0] {
            assert!((10.0 * column + row - 15.0).abs() < 1e-12);
        }
        assert!(contour(&heights, 41.0).is_empty());
        assert!(contour(&heights, -1.0).is_empty());
    }

    #[test]
    fn a_hill_has_a_closed_line() {
        let heights = [
            vec![0.0, 0.0, 0.0],
            vec![0.0, 1.0, 0.0],
            vec![0.0, 0.0, 0.0],
        ];
        let lines = contour(&heights, 0.5);
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0].len(), 5);
        assert_eq!(lines[0].first(), lines[0].last());
    }

    #[test]
    fn a_saddle_keeps_its_two_lines_apart() {
        let heights = [vec![1.0, 0.0], vec![0.0, 1.0]];
        let grid = Grid {
            columns: &[0.0, 1.0],
            rows: &[0.0, 1.0],
            heights: &heights,
        };
        assert_eq!(grid.contour(0.4).len(), 2);
        assert_eq!(grid.contour(0.6).len(), 2);
    }

    #[test]
    fn a_plateau_at_the_level_has_its_border_only() {
        let heights = [
            vec![0.0, 0.0, 0.0],
            vec![1.0, 1.0 - 1e-13, 1.0 + 1e-13],
            vec![1.0 - 1e-13, 1.0, 1.0],
        ];
        let lines = contour(&heights, 1.0);
        assert_eq!(lines.len(), 1);
        assert!(lines[0].iter().all(|[column, _]| *column > 0.99));
    }
}
