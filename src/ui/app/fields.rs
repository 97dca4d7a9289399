//! What is remembered for each input.

use crate::model::Field;

/// Something for each of a few fields: shorter in code than a map, and as quick.
pub(super) struct Fields<T>(Vec<(Field, T)>);

impl<T> Default for Fields<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Fields<T> {
    pub(super) fn get(&self, field: Field) -> Option<&T> {
        self.0
            .iter()
            .find(|(key, _)| *key == field)
            .map(|(_, value)| value)
    }

    pub(super) fn insert(&mut self, field: Field, value: T) {
        match self.0.iter_mut().find(|(key, _)| *key == field) {
            Some(place) => place.1 = value,
            None => self.0.push((field, value)),
        }
    }
}
