//! What is remembered for each input.

use crate::insights::Input;

/// Something for each of a few inputs: shorter in code than a map, and as quick.
pub(super) struct Inputs<T>(Vec<(Input, T)>);

impl<T> Default for Inputs<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Inputs<T> {
    pub(super) fn get(&self, input: Input) -> Option<&T> {
        self.0
            .iter()
            .find(|(key, _)| *key == input)
            .map(|(_, value)| value)
    }

    pub(super) fn insert(&mut self, input: Input, value: T) {
        match self.0.iter_mut().find(|(key, _)| *key == input) {
            Some(place) => place.1 = value,
            None => self.0.push((input, value)),
        }
    }
}
