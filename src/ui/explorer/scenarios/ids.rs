//! Names of scenarios that stay while their places and their texts change, so that what is being typed stays too.

/// The ids of the scenarios that are shown, in their order.
#[derive(Debug, Default)]
pub(super) struct Ids {
    known: Vec<(String, u32)>,
    next: u32,
}

impl Ids {
    /// The id at a place.
    pub fn at(&self, place: usize) -> u32 {
        self.known.get(place).map_or(0, |(_, id)| *id)
    }

    /// Takes in what the scenarios are called now: who has kept its name is the same, and where as many names have come
    /// as have gone, they were renamed. The ids of those that are new come back.
    pub fn follow<'a>(&mut self, names: impl Iterator<Item = &'a str>) -> Vec<u32> {
        let mut before = std::mem::take(&mut self.known);
        let mut now: Vec<(String, Option<u32>)> = names
            .map(|name| {
                let same = before.iter().position(|(known, _)| known == name);
                let id = same.map(|place| before.remove(place).1);
                (name.to_owned(), id)
            })
            .collect();
        let come = now.iter().filter(|(_, id)| id.is_none()).count();
        if come == before.len() {
            let mut left = before.into_iter();
            for (_, id) in now.iter_mut().filter(|(_, id)| id.is_none()) {
                *id = left.next().map(|(_, id)| id);
            }
        }
        let mut new = Vec::new();
        for (name, id) in now {
            let id = id.unwrap_or_else(|| {
                let id = self.next;
                self.next = id.wrapping_add(1);
                new.push(id);
                id
            });
            self.known.push((name, id));
        }
        new
    }
}
