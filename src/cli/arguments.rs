//! What may be written after the program's name? One table for parser, help, completions and manual.

use std::{env, ffi::OsString, path::PathBuf};

use clap::{
    Arg, ArgAction, ArgGroup, ArgMatches, Command,
    builder::{PathBufValueParser, PossibleValuesParser},
    value_parser,
};

use super::{search, usage::OrVariable};
use crate::{article::Field, config::BIDI, desk::Sift, words::Words};

/// The table, in the words of the interface; without any it only parses, which is faster.
pub fn table(words: Option<&Words>) -> Command {
    let say = |key: &str| words.map_or_else(String::new, |words| words.say(key, &[]));
    let flag = |name: &'static str| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(say(&format!("arg-{name}")))
    };
    let option = |name: &'static str, value: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(value)
            .help(say(&format!("arg-{name}")))
    };
    let command = |name: &'static str| Command::new(name).about(say(&format!("about-{name}")));
    let count = Arg::new("count")
        .short('n')
        .value_name("N")
        .value_parser(value_parser!(usize))
        .help(say("arg-count"));
    let ids = Arg::new("ids")
        .value_name("ID")
        .num_args(1..)
        .required(true)
        .help(say("arg-ids"));
    let paths = |name: &'static str, value: &'static str| {
        Arg::new(name)
            .value_name(value)
            .num_args(0..)
            .value_parser(value_parser!(OsString))
            .help(say(&format!("arg-{name}")))
    };

    let add = command("add")
        .arg(paths("sources", "SOURCE").required_unless_present("seeds"))
        .args([flag("seeds"), flag("dry-run"), flag("json")]);
    let list = command("list")
        .arg(count.clone())
        .arg(flag("unread"))
        .args([
            option("tag", "T"),
            option("source", "S"),
            option("since", "D"),
            option("until", "D"),
        ])
        .arg(flag("json"));
    let target = Arg::new("target")
        .value_name("TARGET")
        .required(true)
        .value_parser(value_parser!(OsString))
        .help(say("arg-target"));
    let show = command("show").arg(target.clone()).args([
        option("width", "N").value_parser(value_parser!(u16).range(1..)),
        option("order", "ORDER").value_parser(["logical", "visual"]),
        flag("clutter"),
        flag("raw").conflicts_with("json"),
        flag("json"),
    ]);
    let most = |usual: usize| {
        let usual = ("count", (usual as u64).into());
        let most = words.map(|words| words.say("arg-most", &[usual]));
        count.clone().help(most.unwrap_or_default())
    };
    // the first word may be one that is not wanted; after it options are options
    let query = Arg::new("query")
        .value_name("QUERY")
        .required(true)
        .allow_hyphen_values(true)
        .help(say("arg-query"));
    let more = Arg::new("more").num_args(0..).hide(true);
    let search = command("search")
        .args([query, more, most(search::COUNT), flag("json")])
        .after_help(say("examples-search"));
    let fields = Field::ALL.map(|field| {
        Arg::new(field.name())
            .long(field.name())
            .value_name(field.name().to_uppercase())
            .allow_hyphen_values(true)
            .help(say(&format!("arg-edit-{}", field.name())))
    });
    let edit = command("edit").arg(ids.clone()).args(fields).group(
        ArgGroup::new("fields")
            .args(Field::ALL.map(Field::name))
            .multiple(true)
            .required(true),
    );
    let remove = command("remove").arg(ids).arg(flag("purge"));
    let words_of =
        |name: &'static str, value: &'static str| option(name, value).allow_hyphen_values(true);
    let number = |name: &'static str| option(name, "N").value_parser(value_parser!(u32));
    let tags = |value: &'static str| {
        Arg::new("tags")
            .value_name(value)
            .num_args(0..)
            .help(say("arg-tags"))
    };
    let passage = Arg::new("passage")
        .value_name("PASSAGE")
        .required(true)
        .help(say("arg-passage"));
    let tag = command("tag")
        .arg(target.clone())
        .arg(tags("TAG").required_unless_present("note"))
        .args([
            words_of("quote", "Q"),
            words_of("prefix", "P").conflicts_with_all(["start", "article"]),
            words_of("suffix", "S").conflicts_with_all(["start", "article"]),
            number("start").requires("end"),
            number("end").requires("start"),
            Arg::new("article")
                .long("article")
                .action(ArgAction::SetTrue)
                .help(say("arg-whole-article")),
            words_of("note", "TEXT"),
            flag("json"),
        ])
        .group(
            ArgGroup::new("where")
                .args(["quote", "start", "article"])
                .required(true),
        );
    let related = command("related")
        .arg(target.clone())
        .arg(most(Sift::default().count))
        .args(
            [
                "all",
                "unread",
                "other-sources",
                "before",
                "after",
                "tagged",
            ]
            .map(flag),
        )
        .args([
            option("sort", "ORDER").value_parser(["near", "date"]),
            words_of("quote", "Q"),
            words_of("prefix", "P").requires("quote"),
            words_of("suffix", "S").requires("quote"),
            number("start").requires("end").conflicts_with("quote"),
            number("end").requires("start"),
            flag("json"),
        ])
        .mut_arg("before", |arg| arg.conflicts_with("after"))
        .after_help(say("examples-related"));
    let story = command("story").args([target.clone(), flag("json")]);
    let one = |name: &'static str, value: &'static str| {
        let arg = Arg::new(name).value_name(value).required(true);
        arg.help(say("arg-one"))
    };
    let relate = command("relate").args([
        one("one", "A"),
        one("other", "B"),
        flag("not").conflicts_with("clear"),
        flag("clear"),
    ]);
    let untag = command("untag").args([passage.clone(), tags("TAG"), flag("json")]);
    let text = Arg::new("text")
        .value_name("TEXT")
        .required(true)
        .allow_hyphen_values(true)
        .help(say("arg-text"));
    let note = command("note").args([passage.clone(), text, flag("json")]);
    let bounds = command("passage").args([
        passage,
        number("start").required(true),
        number("end").required(true),
        flag("json"),
    ]);
    let some = [
        option("tag", "T").action(ArgAction::Append),
        option("article", "ID"),
        option("source", "S"),
        option("state", "S").value_parser(["placed", "moved", "orphan"]),
    ];
    let passages = command("passages").args(some.clone()).arg(flag("json"));
    let form = |forms: &[&'static str]| {
        option("format", "FORMAT")
            .value_parser(PossibleValuesParser::new(forms))
            .required(true)
    };
    let output = Arg::new("output")
        .short('o')
        .value_name("FILE")
        .value_parser(value_parser!(OsString))
        .help(say("arg-output"));
    let export = command("export")
        .args([form(&["json", "csv", "md"]), output, flag("excel")])
        .args(some);
    let file = Arg::new("file")
        .value_name("FILE")
        .required(true)
        .value_parser(value_parser!(OsString))
        .help(say("arg-file"));
    let import = command("import").args([form(&["json"]), file, flag("json")]);
    let name = |name: &'static str, value: &'static str| {
        Arg::new(name)
            .value_name(value)
            .required(true)
            .help(say(&format!("arg-tag-{name}")))
    };
    let verb = |name: &'static str| Command::new(name).about(say(&format!("about-tags-{name}")));
    let codebook = command("tags").arg(flag("json")).subcommands([
        verb("rename").args([name("tag", "A"), name("new", "B")]),
        verb("merge").args([name("tag", "A"), name("other", "B")]),
        verb("move").args([name("tag", "A"), name("parent", "PARENT").required(false)]),
        verb("delete").arg(name("tag", "A")),
    ]);
    let undo = command("undo").arg(flag("json"));
    let redo = command("redo").arg(flag("json"));
    let restore = command("restore")
        .arg(
            Arg::new("backup")
                .value_name("BACKUP")
                .value_parser(value_parser!(OsString))
                .help(say("arg-backup")),
        )
        .arg(flag("json"));
    let config = command("config").args([
        Arg::new("key").value_name("KEY").help(say("arg-key")),
        Arg::new("value")
            .value_name("VALUE")
            .allow_hyphen_values(true)
            .help(say("arg-value")),
    ]);
    let doctor = command("doctor").args([option("choose", "LINE"), flag("json")]);
    let completions = command("completions").arg(
        Arg::new("shell")
            .value_name("SHELL")
            .required(true)
            .value_parser(value_parser!(clap_complete::Shell))
            .help(say("arg-shell")),
    );

    let names = BIDI.join("|");
    let bidi = words.map_or_else(String::new, |words| {
        words.say("arg-bidi", &[("names", (&names).into())])
    });
    let root = Command::new("hashiya")
        .version(env!("CARGO_PKG_VERSION"))
        .about(say("about"))
        .arg(paths("files", "FILE"))
        .arg(flag("plain"))
        .args(
            [
                or_variable(option("library", "DIR"), "HASHIYA_LIBRARY")
                    .value_parser(OrVariable(PathBufValueParser::new())),
                option("config", "FILE").value_parser(value_parser!(PathBuf)),
                option("lang", "LANG").value_parser(["ar", "en"]),
                or_variable(Arg::new("bidi").long("bidi"), "HASHIYA_BIDI")
                    .value_name("NAME")
                    .value_parser(OrVariable(PossibleValuesParser::new(BIDI)))
                    .help(bidi),
                option("color", "WHEN").value_parser(["auto", "always", "never"]),
            ]
            .map(|arg| arg.global(true)),
        )
        .subcommands([add, list, show, search, related, story, relate])
        .subcommands([
            edit,
            remove,
            tag,
            untag,
            note,
            bounds,
            passages,
            codebook,
            undo,
            redo,
            restore,
            export,
            import,
            config,
            doctor,
            completions,
            command("man"),
        ])
        .disable_help_subcommand(true)
        .disable_version_flag(true)
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(say("arg-version")),
        );
    match words {
        Some(words) => dressed(root, words),
        None => root,
    }
}

/// As much as can be understood of arguments that are wrong, or that ask for help.
pub fn understood(arguments: &[OsString]) -> ArgMatches {
    const ASKING: [&str; 4] = ["-h", "--help", "-V", "--version"];
    let asks = |word: &&OsString| ASKING.iter().any(|asking| *word == asking);
    let others = arguments.iter().filter(|word| !asks(word));
    let lenient = || table(None).ignore_errors(true);
    let understood = lenient().try_get_matches_from(others);
    understood.unwrap_or_else(|_| lenient().get_matches_from(arguments.iter().take(1)))
}

/// A variable of the environment stands in for the argument; an empty one is none.
fn or_variable(arg: Arg, name: &'static str) -> Arg {
    match env::var_os(name) {
        Some(value) if !value.is_empty() => arg.env(name),
        _ => arg,
    }
}

/// The command and those below it with help in the words of the interface.
fn dressed(command: Command, words: &Words) -> Command {
    let [usage, commands, arguments, options] = [
        "help-usage",
        "help-commands",
        "help-arguments",
        "help-options",
    ]
    .map(|key| words.say(key, &[]));
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .help(words.say("arg-help", &[]));
    command
        .disable_help_flag(true)
        .arg(help)
        .subcommand_help_heading(commands)
        .help_template(format!(
            "{{about}}\n\n{usage}: {{usage}}\n\n{{all-args}}{{after-help}}\n"
        ))
        .mut_args(|arg| {
            let heading = if arg.is_positional() {
                &arguments
            } else {
                &options
            };
            let arg = arg.help_heading(heading.clone()).hide_env(true);
            if arg.get_action().takes_values() {
                arg.hide_possible_values(true).hide_default_value(true)
            } else {
                arg
            }
        })
        .mut_subcommands(|below| dressed(below, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Locale;

    #[test]
    fn the_table_is_sound_and_every_entry_has_its_words() {
        for language in ["ar", "en"] {
            let words = Words::new(Locale::named(language).unwrap());
            let mut table = table(Some(&words));
            table.clone().debug_assert();
            let help = table.render_long_help().to_string();
            assert!(!help.contains("arg-") && !help.contains("about-"), "{help}");
            let mut left: Vec<_> = table.get_subcommands_mut().collect();
            while let Some(below) = left.pop() {
                let help = below.render_long_help().to_string();
                assert!(!help.contains("arg-") && !help.contains("about-"), "{help}");
                left.extend(below.get_subcommands_mut());
            }
        }
    }
}
