//! What a visitor does with the scenarios of a document. Each edit leaves a valid document, or everything as it was.

use super::at::check_name;
use super::choice::BillingKind;
use super::document::{
    Change, Document, LONGEST_NAME, Lever, MOST_LEVERS, MOST_SCENARIOS, Scenario,
};
use super::left_out::MOST_COMPARED;
use super::shift::Shift;
use super::view::View;

/// Something that is done with scenarios. They and their levers are counted from 0.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioEdit {
    /// Puts a scenario at the end. Where its name is taken it gets a number.
    Add(Scenario),
    /// Puts a copy right after a scenario, with a number in its name.
    Duplicate(usize),
    /// Names a scenario; spaces around the name are dropped.
    Rename(usize, String),
    /// Moves a scenario.
    Move {
        /// Where it is.
        from: usize,
        /// Where it will be.
        to: usize,
    },
    /// Takes a scenario out.
    Remove(usize),
    /// Compares a scenario with the others, or leaves it out.
    Compare(usize, bool),
    /// Puts a lever at the end of a scenario's.
    AddLever(usize, Lever),
    /// Puts a lever in the place of one.
    SetLever(usize, usize, Lever),
    /// Takes a lever out.
    RemoveLever(usize, usize),
}

/// Why an edit is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ScenarioProblem {
    /// There are [`MOST_SCENARIOS`] already.
    TooMany,
    /// A scenario without a name.
    NoName,
    /// A name that is longer than [`LONGEST_NAME`] or holds a control character.
    BadName,
    /// A name that another scenario has.
    NameTaken,
    /// [`MOST_COMPARED`] are compared already.
    TooManyCompared,
    /// There are [`MOST_LEVERS`] already.
    TooManyLevers,
    /// No such scenario, lever, stage or channel, or a lever on churn while deals are paid once.
    NotThere,
}

impl ScenarioEdit {
    /// Does it. What is compared stays the same scenarios; a new one joins them while there is room.
    ///
    /// # Errors
    /// Why it cannot be done; document and view are then as they were.
    pub fn apply(self, document: &mut Document, view: &mut View) -> Result<(), ScenarioProblem> {
        use ScenarioProblem::{NotThere, TooManyCompared, TooManyLevers};
        let count = document.scenarios.len();
        let there = |place: usize| (place < count).then_some(place).ok_or(NotThere);
        match self {
            Self::Add(scenario) => insert(document, view, count, scenario),
            Self::Duplicate(place) => {
                let original = document.scenarios.get(place).ok_or(NotThere)?;
                insert(document, view, place + 1, original.clone())
            }
            Self::Rename(place, name) => rename(document, place, name.trim()),
            Self::Move { from, to } => {
                let (from, to) = (there(from)?, there(to)?);
                let moved = document.scenarios.remove(from);
                document.scenarios.insert(to, moved);
                follow(document, view, Shift::Move { from, to });
                Ok(())
            }
            Self::Remove(place) => {
                document.scenarios.remove(there(place)?);
                follow(document, view, Shift::Remove(place));
                Ok(())
            }
            Self::Compare(place, is_compared) => {
                let place = there(place)?;
                let mut chosen = view.compared(count);
                chosen.retain(|other| *other != place);
                if is_compared {
                    chosen.push(place);
                }
                if chosen.len() > MOST_COMPARED {
                    return Err(TooManyCompared);
                }
                compare(document, view, &chosen);
                Ok(())
            }
            Self::AddLever(place, lever) => {
                check_lever(document, lever)?;
                let levers = levers(document, place)?;
                if levers.len() >= MOST_LEVERS {
                    return Err(TooManyLevers);
                }
                levers.push(lever);
                Ok(())
            }
            Self::SetLever(place, at, lever) => {
                check_lever(document, lever)?;
                *levers(document, place)?.get_mut(at).ok_or(NotThere)? = lever;
                Ok(())
            }
            Self::RemoveLever(place, at) => {
                let levers = levers(document, place)?;
                if at >= levers.len() {
                    return Err(NotThere);
                }
                levers.remove(at);
                Ok(())
            }
        }
    }
}

fn insert(
    document: &mut Document,
    view: &mut View,
    at: usize,
    mut scenario: Scenario,
) -> Result<(), ScenarioProblem> {
    if document.scenarios.len() >= MOST_SCENARIOS {
        return Err(ScenarioProblem::TooMany);
    }
    if scenario.levers.len() > MOST_LEVERS {
        return Err(ScenarioProblem::TooManyLevers);
    }
    check(&scenario.name)?;
    for lever in &scenario.levers {
        check_lever(document, *lever)?;
    }
    scenario.name = free_name(document, &scenario.name);
    document.scenarios.insert(at, scenario);
    follow(document, view, Shift::Insert(at));
    Ok(())
}

fn rename(document: &mut Document, place: usize, name: &str) -> Result<(), ScenarioProblem> {
    if name.is_empty() {
        return Err(ScenarioProblem::NoName);
    }
    check(name)?;
    let mut others = document.scenarios.iter().enumerate();
    if others.any(|(other, scenario)| other != place && scenario.name == name) {
        return Err(ScenarioProblem::NameTaken);
    }
    let scenario = document.scenarios.get_mut(place);
    let scenario = scenario.ok_or(ScenarioProblem::NotThere)?;
    name.clone_into(&mut scenario.name);
    Ok(())
}

fn check(name: &str) -> Result<(), ScenarioProblem> {
    check_name(name).map_err(|_| ScenarioProblem::BadName)
}

/// The name, with the first number that makes it one of its own where it is taken: after "Plan" comes "Plan 2", after
/// "Plan 2" "Plan 3".
fn free_name(document: &Document, wanted: &str) -> String {
    let is_taken = |name: &str| document.scenarios.iter().any(|other| other.name == name);
    if !is_taken(wanted) {
        return wanted.to_owned();
    }
    let numbered = wanted.rsplit_once(' ');
    let numbered = numbered.and_then(|(name, number)| Some((name, number.parse::<u32>().ok()?)));
    let (name, number) = numbered.unwrap_or((wanted, 1));
    // One more than there are names is free for certain.
    let mut numbers = (1..).map(|more| number.saturating_add(more).to_string());
    let mut names = numbers.by_ref().map(|number| {
        let room = LONGEST_NAME.saturating_sub(number.len() + 1);
        let name: String = name.chars().take(room).collect();
        [&*name, " ", &number].concat()
    });
    names.find(|name| !is_taken(name)).unwrap_or_default()
}

/// Keeps the same scenarios compared through an edit of their order; a new one joins them while there is room.
fn follow(document: &Document, view: &mut View, shift: Shift) {
    let before = match shift {
        Shift::Insert(_) => document.scenarios.len().saturating_sub(1),
        Shift::Remove(_) => document.scenarios.len() + 1,
        Shift::Move { .. } => document.scenarios.len(),
    };
    let chosen = view.compared(before).into_iter();
    let mut chosen: Vec<usize> = chosen.filter_map(|place| shift.follow(place)).collect();
    if let Shift::Insert(place) = shift
        && chosen.len() < MOST_COMPARED
    {
        chosen.push(place);
    }
    view.follow_scenarios(shift);
    compare(document, view, &chosen);
}

/// Compares these, in their order; nothing is noted where it would be these anyway.
fn compare(document: &Document, view: &mut View, chosen: &[usize]) {
    let count = document.scenarios.len();
    let mut chosen = chosen.to_vec();
    chosen.sort_unstable();
    if view.compared(count) != chosen {
        view.compare_only(&chosen, count);
    }
}

fn levers(document: &mut Document, place: usize) -> Result<&mut Vec<Lever>, ScenarioProblem> {
    let scenario = document.scenarios.get_mut(place);
    let scenario = scenario.ok_or(ScenarioProblem::NotThere)?;
    Ok(&mut scenario.levers)
}

/// Whether the document has what the lever changes.
fn check_lever(document: &Document, lever: Lever) -> Result<(), ScenarioProblem> {
    let is_there = match lever.change {
        Change::Conversion { stage, .. }
        | Change::Days { stage, .. }
        | Change::Capacity { stage, .. }
        | Change::WaitingOrder { stage, .. } => stage < document.stages.len(),
        Change::Leads { channel, .. } => channel < document.channels.len(),
        Change::Churn { .. } => document.deal.billing.kind() == BillingKind::Recurring,
        Change::DealSize { .. } | Change::PaymentDays { .. } => true,
    };
    is_there.then_some(()).ok_or(ScenarioProblem::NotThere)
}
