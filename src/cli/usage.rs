//! How is a wrong use said in one sentence?

use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

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
