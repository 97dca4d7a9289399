//! Names of stages and channels that stay while their places change.

/// Names a stage for as long as it is there; never used twice by one [`AppState`](super::AppState).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StageId(pub u32);

/// Names a channel for as long as it is there; never used twice by one [`AppState`](super::AppState).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ChannelId(pub u32);

/// Hands out ids.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NextId(u32);

impl NextId {
    /// One that has not been handed out before.
    pub fn take(&mut self) -> u32 {
        let id = self.0;
        self.0 = id.wrapping_add(1);
        id
    }

    /// As many as that.
    pub fn many<T>(&mut self, count: usize, make: impl Fn(u32) -> T) -> Vec<T> {
        (0..count).map(|_| make(self.take())).collect()
    }
}
