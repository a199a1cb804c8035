//! How is a wrong use said in one sentence?

use std::ffi::OsStr;

use clap::{
    Arg, Command,
    builder::{PossibleValue, TypedValueParser},
    error::{ContextKind, ContextValue, Error, ErrorKind},
    parser::ValueSource,
};

use crate::words::Words;

/// The sentence for what the parser did not understand.
pub fn sentence(words: &Words, error: &Error) -> String {
    let part = |kind| {
        error.get(kind).map(|value| match value {
            ContextValue::Strings(many) => many.join(", "),
            one => one.to_string(),
        })
    };
    let argument = part(ContextKind::InvalidArg).unwrap_or_default();
    match error.kind() {
        ErrorKind::UnknownArgument => {
            // no option is written in other letters than these
            let word = argument.chars().nth(1).is_some_and(|c| !c.is_ascii());
            let key = if word { "usage-word" } else { "usage-unknown" };
            words.say(key, &[("argument", (&argument).into())])
        }
        ErrorKind::InvalidSubcommand => {
            let name = part(ContextKind::InvalidSubcommand).unwrap_or_default();
            words.say("usage-unknown", &[("argument", (&name).into())])
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let value = part(ContextKind::InvalidValue).unwrap_or_default();
            let (value, argument) = (("value", (&value).into()), ("argument", (&argument).into()));
            match part(ContextKind::ValidValue).filter(|names| !names.is_empty()) {
                Some(names) => words.say(
                    "usage-value",
                    &[value, argument, ("possible", (&names).into())],
                ),
                None => words.say("usage-bad-value", &[value, argument]),
            }
        }
        ErrorKind::MissingRequiredArgument => {
            words.say("usage-missing", &[("argument", (&argument).into())])
        }
        ErrorKind::ArgumentConflict => {
            let other = part(ContextKind::PriorArg).unwrap_or_default();
            words.say(
                "usage-conflict",
                &[("argument", (&argument).into()), ("other", (&other).into())],
            )
        }
        kind => words.say("usage-other", &[("why", (&kind.to_string()).into())]),
    }
}

/// Reads a value as another parser does; where it comes from the environment, what is wrong with
/// it is said of the variable.
#[derive(Clone)]
pub struct OrVariable<P>(pub P);

impl<P: TypedValueParser> TypedValueParser for OrVariable<P> {
    type Value = P::Value;

    fn parse_ref(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
    ) -> Result<Self::Value, Error> {
        self.0.parse_ref(command, arg, value)
    }

    fn parse_ref_(
        &self,
        command: &Command,
        arg: Option<&Arg>,
        value: &OsStr,
        source: ValueSource,
    ) -> Result<Self::Value, Error> {
        let variable = arg.and_then(Arg::get_env);
        let variable = variable.filter(|_| source == ValueSource::EnvVariable);
        self.0.parse_ref(command, arg, value).map_err(|mut error| {
            if let Some(name) = variable {
                let name = ContextValue::String(name.to_string_lossy().into_owned());
                error.insert(ContextKind::InvalidArg, name);
            }
            error
        })
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        self.0.possible_values()
    }
}
