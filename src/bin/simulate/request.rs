//! What the command is asked for.

use pipeline_lever::model::{Number, Objective, kinds};

use super::Failure;

/// The command's arguments.
pub struct Request {
    /// The file to read; `-` is standard input.
    pub file: String,
    /// The scenario to run; the baseline when absent.
    pub scenario: Option<String>,
    /// Trials of the stochastic run; 0 leaves it out.
    pub trials: u32,
    /// Seed of the stochastic run; the file's when absent.
    pub seed: Option<u64>,
    /// What the answers are to raise; the file's when absent.
    pub objective: Option<Objective>,
}

impl Request {
    /// Reads the command's arguments, its own name left out.
    ///
    /// # Errors
    /// When one is unknown, missing or not allowed.
    pub fn parse(arguments: Vec<String>) -> Result<Self, Failure> {
        let mut file = None;
        let mut scenario = None;
        let mut trials = 0;
        let mut seed = None;
        let mut objective = None;
        let mut arguments = arguments.into_iter();
        while let Some(argument) = arguments.next() {
            match argument.as_str() {
                "--scenario" => scenario = Some(arguments.next().ok_or(Failure::Usage)?),
                "--trials" => trials = trials_of(&arguments.next().ok_or(Failure::Usage)?)?,
                "--seed" => {
                    let text = arguments.next().ok_or(Failure::Usage)?;
                    seed = Some(text.parse().map_err(|_| Failure::Usage)?);
                }
                "--objective" => {
                    let id = arguments.next().ok_or(Failure::Usage)?;
                    objective = Some(Objective::from_id(&id).ok_or(Failure::Usage)?);
                }
                option if option.starts_with("--") => {
                    return Err(Failure::UnknownOption(argument));
                }
                _ if file.is_none() => file = Some(argument),
                _ => return Err(Failure::Usage),
            }
        }
        Ok(Self {
            file: file.ok_or(Failure::Usage)?,
            scenario,
            trials,
            seed,
            objective,
        })
    }
}

/// None, or as many as a view may ask for.
fn trials_of(text: &str) -> Result<u32, Failure> {
    let trials: u32 = text.parse().map_err(|_| Failure::Usage)?;
    if trials == 0 {
        return Ok(0);
    }
    let allowed = Number::<kinds::Trials>::new(f64::from(trials));
    allowed.map(Number::whole).map_err(|_| Failure::Usage)
}
