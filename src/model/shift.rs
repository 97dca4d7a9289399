//! How the places of a list's entries change with an edit, for whatever names an entry by its place.

/// An edit of a list's order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    /// A new entry at this place.
    Insert(usize),
    /// The entry of this place is gone.
    Remove(usize),
    /// The entry of one place is now at another.
    Move {
        /// Where it was.
        from: usize,
        /// Where it is.
        to: usize,
    },
}

impl Shift {
    /// Where the entry that was at `index` is now; nothing when it is gone.
    #[must_use]
    pub fn follow(self, index: usize) -> Option<usize> {
        match self {
            Self::Insert(at) => Some(if index >= at { index + 1 } else { index }),
            Self::Remove(at) if index == at => None,
            Self::Remove(at) => Some(if index > at { index - 1 } else { index }),
            Self::Move { from, to } if index == from => Some(to),
            Self::Move { from, to } => {
                // As if it were taken out first and put in again after that.
                let without = if index > from { index - 1 } else { index };
                Some(if without >= to { without + 1 } else { without })
            }
        }
    }
}
