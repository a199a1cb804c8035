# Every sentence of the interface. Both languages have the same keys with the same arguments.

## What went wrong, and what to do

error-missing = { $path } does not exist; checking the path helps.
error-denied = Reading { $path } is not permitted; its permissions have to allow it.
error-no-articles = The directory { $path } holds no article; text, Markdown, HTML and JSON files are read.
error-empty = { $name } is empty: there is nothing to read in it.
error-binary = { $name } is no text; text, Markdown, HTML and JSON are read.
error-too-large = { $name } is larger than an article may be ({ $limit } MiB); it has to be split.
error-record = { $name }, line { $line }: this record cannot be read ({ $why }); the others are not affected.
error-unreadable = { $name } cannot be read ({ $why }).
error-no-such-article = Nothing answers to “{ $name }”; “hashiya list” shows the articles and their ids.
error-no-such-block = The article { $name } has no line { $number } now; opening it again shows those it has.
error-no-source = The article { $name } states no source whose lines could be meant; “hashiya edit --source” sets one.
error-ambiguous = “{ $name }” names several articles; one of these ids is needed: { $found }
error-no-library = { $path } holds no library yet; “hashiya add” makes one.
error-newer = The library { $path } was made by a newer Hashiya (form { $found }, this one knows { $known }); the newer program opens it.
error-damaged = The library { $path } is damaged ({ $why }); nothing was changed. It has to be put aside or replaced by a backup.
error-read-only = { $path } cannot be written; its permissions have to allow it, or another library be named with --library.
error-locked = Another program keeps the library { $path } busy; trying again later helps.
error-disk-full = There is no space left for { $path }; what was confirmed is kept, more needs space.
error-no-home = There is no home directory to keep a library in; --library names one.
error-bad-date = “{ $value }” is no date; dates are written 2025, 2025-06, 2025-06-20 or 2025-06-20T17:00.
error-bad-value = “{ $value }” does not suit { $field }.
error-packed = { $name } is packed; it has to be unpacked first.
error-remote = { $name } is an address, and this version reads files only; a saved copy can be added.
error-many = { $name } holds many articles; after “hashiya add” each can be shown by its id.
error-directory = { $path } is a directory; a file is needed here.
error-unforeseen = Something nobody thought of went wrong ({ $why }); nothing was lost, and reading goes on.
error-system = { $path }: the system reports “{ $why }”.

## Wrong usage

usage-unknown = “{ $argument }” is not known here; “hashiya --help” shows what is.
usage-value = “{ $value }” does not suit { $argument }; possible is: { $possible }
usage-bad-value = “{ $value }” does not suit { $argument }.
usage-missing = { $argument } is missing; “hashiya --help” shows the usage.
usage-conflict = { $argument } and { $other } exclude each other.
usage-other = The command is not understood ({ $why }); “hashiya --help” shows the usage.

## What a page left open

flaw-no-title = The page states no title; its first words stand in.
flaw-no-date = The page states no date of its own.
flaw-doubtful-date = The date is not certain: the page states no day of publication, only one of an update or a visit ({ $detail }); to set it: hashiya edit --date.
flaw-invalid-bytes = Bytes that belong to no character were replaced ({ $detail }).
flaw-charset = The charset was not the declared one; it was read as { $detail }.
flaw-controls = Control characters were removed ({ $detail }).
flaw-doubtful-clutter = A line that may be clutter was kept as text: “{ $detail }”.
flaw-not-an-article = The page looks like a list of articles, not like an article.
flaw-front-matter = The front matter could not be read; it was kept as text ({ $detail }).
flaw-field = A field has a form that could not be read: { $detail }.
flaw-no-text = The page carries no text beside clutter.

## Results

added = { $count ->
    [0] No article was added.
    [one] One article was added.
   *[other] { $count } articles were added.
}
updated = { $count ->
    [0] No article was updated.
    [one] One article was updated.
   *[other] { $count } articles were updated.
}
unchanged = { $count ->
    [0] No article was there already.
    [one] One article was there already.
   *[other] { $count } articles were there already.
}
tried = Nothing was written: this was a trial.
edited = { $count ->
    [0] No article needed a change.
    [one] One article was changed.
   *[other] { $count } articles were changed.
}
removed = { $count ->
    [0] No article was removed.
    [one] One article was removed.
   *[other] { $count } articles were removed.
}
purged = { $count ->
    [0] No article was deleted.
    [one] One article was deleted; the backup is { $backup }.
   *[other] { $count } articles were deleted; the backup is { $backup }.
}
progress = { $count ->
    [0] No article yet
    [one] One article
   *[other] { $count } articles
} | { $rate } a second
library-count = { $count ->
    [0] No articles
    [one] 1 article
   *[other] { $count } articles
}{ $unread ->
    [0] { $count ->
        [0] { "" }
        [one] , read
       *[other] , all read
    }
   *[other] { $count ->
        [one] , unread
       *[other] , { $unread } unread
    }
}
empty-list = There are no articles; “hashiya add FILE” adds some.
how-to-show = “hashiya show ID” shows an article.
undated = undated

## The doctor

doctor-terminal = The terminal is { $name } (TERM={ $term }).
doctor-unnamed = The terminal gives no name (TERM={ $term }).
doctor-no-terminal = The output is no terminal.
doctor-asked = It is served as “{ $strategy }”, as was asked for.
doctor-environment = It is served as “{ $strategy }”, by the variables of the environment.
doctor-answers = It is served as “{ $strategy }”, by its own answers.
doctor-tmux = It is served as “{ $strategy }”, by what tmux says it is shown in.
doctor-unknown = It is served as “{ $strategy }”, for nothing is known of it.
doctor-samples = Where another of these lines reads better, --bidi takes its name:
doctor-sample = قال «المُهندس» إن 25% من (Rust 1.80) صدر في ٢٠٢٥.
doctor-library = { $count ->
    [0] The library { $path } is sound and holds no article.
    [one] The library { $path } is sound and holds one article.
   *[other] The library { $path } is sound and holds { $count } articles.
}
doctor-no-library = There is no library in { $path } yet.
doctor-versions = Hashiya { $hashiya }, SQLite { $sqlite }

## Dates

date-ago = { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
}
date-this-year = { $day } { $month }
date-month = { $month } { $year }
date-day = { $day } { $month } { $year }
date-minute = { $day } { $month } { $year }, { $clock }
months = January,February,March,April,May,June,July,August,September,October,November,December
months-levant = { months }
months-maghreb = { months }
months-morocco = { months }

## Settings

config-broken = { $file }, line { $line }: this is no TOML ({ $why }); the defaults hold until it is mended.
config-unknown = { $file }, line { $line }: “{ $key }” is no setting; “hashiya config” shows them all.
config-bad-value = { $file }, line { $line }: “{ $value }” does not suit { $key }; possible is: { $possible }
config-bad-text = { $file }, line { $line }: “{ $value }” does not suit { $key }; one line of text does.
config-bad-keys = { $file }, line { $line }: the keys of { $command } are to be one string or a list of strings.
config-no-setting = “{ $key }” is no setting; “hashiya config” shows them all.
config-no-home = There is no home directory to keep settings in; --config names a file.
config-default = default: { $value }
config-unset = default: none
setting-language = language of the interface; auto: the environment’s
setting-digits = digits of the interface; auto: the region’s
setting-months = names of the months in Arabic; auto: the region’s
setting-text-digits = digits of the articles
setting-harakat = vowel marks of the articles
setting-justify = filling of rows: by spaces, or by kashida too
setting-isolate = keeps addresses, telephone numbers and their like whole in right-to-left text
setting-measure = widest row of text, in cells
setting-title-rows = rows of a title in the list
setting-dense = one row an article in the list
setting-pin-list = keeps the list beside the article
setting-theme = colours; auto: the terminal’s own; mono: none
setting-mouse = listens to the mouse
setting-keyboard = layout by which keys are understood while it types another script
setting-bidi = how the terminal is served; auto: as it is recognised
setting-mark-read = when an article counts as read: once open, at its end, never by itself
setting-citation = form of a citation; empty: the language’s own
setting-editor = editor of long notes; empty: VISUAL or EDITOR
setting-opener = command that opens an address; empty: none

## Help

help-usage = Usage
help-commands = Commands
help-arguments = Arguments
help-options = Options
about = A terminal reader for Arabic: articles, correct bidirectional text, passages and notes
about-add = Adding files, directories, archives and standard input
about-list = Listing the articles, newest first
about-show = Showing one article
about-edit = Setting fields by hand; they are kept over later imports
about-config = Showing the settings, or setting one
about-remove = Hiding articles with all their marks
about-doctor = Looking at terminal and library: what works, and how
about-completions = Printing completions for a shell
about-man = Printing the manual page
about-help = Showing this help
arg-files = files to open
arg-plain = no screen to read on: lines, for screen readers and pipes
arg-library = the library’s directory (HASHIYA_LIBRARY)
arg-config = the settings file
arg-lang = language of the interface: ar, en
arg-bidi = how the terminal is served: { $names } (HASHIYA_BIDI)
arg-color = colours: auto, always, never (NO_COLOR)
arg-help = shows help
arg-version = shows the version
arg-sources = files, directories, archives of JSON lines, - for standard input
arg-seeds = also the articles that come with Hashiya
arg-dry-run = says what would happen and writes nothing
arg-json = prints one JSON document
arg-count = at most so many
arg-unread = only what is unread
arg-tag = only what bears this tag
arg-source = only this source
arg-since = only from this date on
arg-until = only up to this date
arg-target = an id, its start, the source’s name for it, an address, a path, or -
arg-width = columns of a row
arg-order = order of a row: logical, visual
arg-clutter = also what was set aside as clutter
arg-raw = the bytes as they came
arg-ids = ids of articles
arg-edit-title = the title; empty: as the page has it
arg-edit-author = the author; empty: none
arg-edit-source = the source; empty: none
arg-edit-section = the section; empty: none
arg-edit-date = the date; empty: none
arg-edit-url = the address; empty: none
arg-purge = deletes for good, after a backup
arg-shell = the shell: bash, elvish, fish, powershell, zsh
arg-key = the setting
arg-value = its new value
