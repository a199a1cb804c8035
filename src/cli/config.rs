//! How are settings shown and set?

use std::path::PathBuf;

use clap::ArgMatches;

use super::{Call, Stop, doubts};
use crate::{
    config::{self, SETTINGS, Setting, Settings},
    words::safe,
};

/// The command: all settings, one, or one set.
pub fn run(call: &mut Call<'_>, given: &ArgMatches) -> Result<(), Stop> {
    let path = given.get_one::<PathBuf>("config").map(PathBuf::as_path);
    let Some(path) = config::path(path) else {
        call.tell(&call.words.say("config-no-home", &[]));
        return Err(Stop::Told);
    };
    let setting = given.get_one::<String>("key");
    let setting = setting.map(|key| named(call, key)).transpose()?;
    if let (Some(setting), Some(value)) = (setting, given.get_one::<String>("value")) {
        check(call, setting, value)?;
        return Ok(config::write(&path, setting, value)?);
    }
    let (settings, complaints) = config::read(&path)?;
    for complaint in complaints {
        call.tell(&complaint.sentence(call.words, &path.to_string_lossy()));
    }
    if setting.is_none() {
        for doubt in doubts::of_keys(&config::keys_beside(&path), &settings, call.words) {
            call.tell(&doubt);
        }
    }
    match setting {
        Some(setting) => call.line(&safe(&setting.value(&settings))),
        None => SETTINGS
            .iter()
            .try_for_each(|setting| show(call, setting, &settings)),
    }
}

fn named(call: &Call<'_>, key: &str) -> Result<&'static Setting, Stop> {
    Setting::named(key).ok_or_else(|| {
        let key = ("key", key.into());
        Stop::Usage(call.words.say("config-no-setting", &[key]))
    })
}

fn check(call: &Call<'_>, setting: &Setting, value: &str) -> Result<(), Stop> {
    if setting.set(&mut Settings::default(), value) {
        return Ok(());
    }
    let possible = setting.possible().to_string();
    let (value, argument) = (("value", value.into()), ("argument", setting.key.into()));
    Err(Stop::Usage(if possible.is_empty() {
        call.words.say("usage-bad-value", &[value, argument])
    } else {
        let possible = ("possible", (&possible).into());
        call.words.say("usage-value", &[value, argument, possible])
    }))
}

/// The setting and its value, what it is for, what it may be set to.
fn show(call: &mut Call<'_>, setting: &Setting, settings: &Settings) -> Result<(), Stop> {
    let help = call.words.say(&format!("setting-{}", setting.key), &[]);
    let default = match setting.value(&Settings::default()) {
        none if none.is_empty() => call.words.say("config-unset", &[]),
        value => call
            .words
            .say("config-default", &[("value", (&value).into())]),
    };
    let possible = match setting.possible().to_string() {
        any if any.is_empty() => any,
        possible => format!("{possible} | "),
    };
    let value = setting.value(settings);
    let line = format!("{} = {}", setting.key, safe(&value));
    call.line(line.trim_end())?;
    call.line(&format!("    {help}"))?;
    call.line(&format!("    {possible}{default}"))
}
