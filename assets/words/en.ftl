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
error-ambiguous = “{ $name }” names several; one of these ids is needed: { $found }
error-no-library = { $path } holds no library yet; “hashiya add” makes one.
error-newer = The library { $path } was made by a newer Hashiya (form { $found }, this one knows { $known }); the newer program opens it.
error-damaged = The library { $path } is damaged ({ $why }); nothing was changed. “hashiya restore” lists the backups and brings one back, after putting the library aside.
error-read-only = { $path } cannot be written; its permissions have to allow it, or another library be named with --library.
error-locked = Another program keeps the library { $path } busy; trying again later helps.
error-disk-full = There is no space left for { $path }; what was confirmed is kept, more needs space.
error-spellings = { $path }, line { $line }: a group takes two spellings or more.
error-no-index = There is no index to search in yet; it is being made.
error-index = The index cannot be used ({ $why }); it is made again from the library.
error-no-home = There is no home directory to keep a library in; --library names one.
error-bad-date = “{ $value }” is no date; dates are written { $year }, { $month }, { $day } or { $minute }.
error-bad-value = “{ $value }” does not suit { $field }.
error-packed = { $name } is packed; it has to be unpacked first.
error-remote = { $name } is an address, and this version reads files only; a saved copy can be added.
error-many = { $name } holds many articles; after “hashiya add” each can be shown by its id.
error-directory = { $path } is a directory; a file is needed here.
error-no-opener = { $name } cannot be started; the address was copied, and the setting “opener” names another command.
error-unforeseen = Something nobody thought of went wrong ({ $why }); nothing was lost, and reading goes on.
error-system = { $path }: the system reports “{ $why }”.
error-no-such-version = The article has no version { $number }; “hashiya show --json” shows the current one.
error-no-such-passage = No passage answers to “{ $name }”; “hashiya passages” shows the passages and their ids.
error-no-such-tag = No tag is called “{ $name }”; “hashiya tags” shows all of them.
error-no-such-tag-near = No tag is called exactly “{ $name }”; these come near: { $near }
error-empty-quote = The quote is empty; words of the article belong there.
error-no-such-quote = “{ $quote }” does not stand in the article; “hashiya show” prints its text.
error-no-such-quote-near = “{ $quote }” does not stand so in the article; these places come near: { $near }
error-many-quotes = “{ $quote }” stands at { $count } places; --prefix or --suffix tells them apart: { $found }
error-bad-span = The article { $name } has no words from { $start } to { $end }; “hashiya show --json” shows its text and the places in it.
error-bad-tag-name = { $why ->
    [control] A tag’s name holds letters and signs that can be seen; a line feed or another control sign is none.
    [long] This name is longer than that of a tag may be; a shorter one is needed.
   *[empty] A tag needs a name of at least one letter.
  }
error-tag-exists = Another tag is called “{ $name }” already; “hashiya tags merge” makes one of the two.
error-tag-cycle = “{ $parent }” stands below “{ $name }” or is the same tag; another place is needed.
error-not-touching = Only passages of one article that overlap or touch can be joined; widening one of them helps.
error-with-itself = Two different articles can be related, or not; another one is needed.
error-long-note = A note is at most { $limit } MiB long; it has to be shortened.
error-no-such-backup = No backup is called “{ $name }”; “hashiya restore” lists those that are there.
error-bad-backup = { $path } is no backup that could be brought back ({ $why }); nothing was changed. “hashiya restore” lists the backups.
error-no-editor = { $name } cannot be started; the variable EDITOR names another editor.
error-editor-failed = { $name } reports that it failed; the note is as it was and can be written here.
error-editor-left = { $name } reports that it failed; what it wrote can be copied from { $path }, and the note is as it was.
error-not-utf8 = What was written is not in UTF-8; once { $path } is saved so, it can be copied from there; the note is as it was.

## Wrong usage

usage-unknown = “{ $argument }” is not known here; “hashiya --help” shows what is.
usage-word = “{ $argument }” is no option here; a word that begins with a hyphen stands after “--”, or in quotes with the first word.
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
tags-renamed = The tag “{ $name }” is called “{ $other }” now.
tag-alike = “{ $name }” looks like “{ $other }”; “hashiya tags merge” makes one of them.
tags-merged = The tag “{ $name }” was merged into “{ $other }”.
tags-moved = The tag “{ $name }” stands below “{ $other }” now.
tags-moved-top = The tag “{ $name }” stands at the top now.
tags-deleted = The tag “{ $name }” was deleted; its passages stay.
tags-line = { $passages ->
    [0] no passages
    [one] 1 passage
   *[other] { $passages } passages
} | { $articles ->
    [0] no articles
    [one] 1 article
   *[other] { $articles } articles
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

## Search and related stories

search-nothing = No article of the library holds this.
search-some = No article holds all of this; these hold a part of it.
in-note = Note:
in-tag = Tag:
related-none = No article of the library is near enough to be called related; --all shows what is farther too.
related-nothing = The library holds nothing that is related in any way.
near-by-hand = related by hand
also-in = Also in { $sources }
relate-done = “{ $name }” and “{ $other }” count as related from now on.
relate-not = “{ $name }” and “{ $other }” count as not related from now on.
relate-clear = Whether “{ $name }” and “{ $other }” are related is told by their words again.
index-anew = The index could not be used ({ $why }) and is made anew.
index-stale = The index could not be brought up; what is in it was searched. { $why }
index-progress = Index: { $count } of { $of }
undated = undated

## The doctor

doctor-terminal = The terminal is { $name } (TERM={ $term }).
doctor-unnamed = The terminal gives no name (TERM={ $term }).
doctor-no-terminal = The output is no terminal.
doctor-asked = It is served as “{ $strategy }”, as was asked for.
doctor-remembered = It is served as “{ $strategy }”, as was chosen for it.
doctor-answered = Known of it: { $answers }
doctor-through = Between it and Hashiya stands { $name }.
doctor-chosen = { $key } is served as “{ $strategy }” from now on.
doctor-unchosen = { $key } is served as it is recognised from now on.
doctor-given = “{ $strategy }” comes first, as was asked for (--bidi, HASHIYA_BIDI or the setting bidi).
doctor-choose-nowhere = A choice is for the terminal it is made in, and the output is none.
doctor-environment = It is served as “{ $strategy }”, by the variables of the environment.
doctor-answers = It is served as “{ $strategy }”, by its own answers.
doctor-tmux = It is served as “{ $strategy }”, by what tmux says it is shown in.
doctor-unknown = It is served as “{ $strategy }”, for nothing is known of it.
doctor-samples = Where another of these lines reads right (١ at its right end, ٢٠٢٥ at its left one), “hashiya doctor --choose” takes its number:
doctor-sample = ١ أوّلُه «هُنا» ٢ لا 25 ٣ (Rust 1.80) ٤ وآخِرُه ٢٠٢٥
doctor-library = { $count ->
    [0] The library { $path } is sound and holds no article.
    [one] The library { $path } is sound and holds one article.
   *[other] The library { $path } is sound and holds { $count } articles.
}
doctor-no-library = There is no library in { $path } yet.
doctor-no-index = There is no index yet; the first search makes it.
doctor-index = { $count ->
    [0] The index holds no article and takes { $size }.
    [one] The index holds one article and takes { $size }.
   *[other] The index holds { $count } articles and takes { $size }.
}
doctor-index-behind = { $count ->
    [0] It is up to date.
    [one] One article is not in it as it is now; the next search brings it.
   *[other] { $count } articles are not in it as they are now; the next search brings them.
}
doctor-bad-index = The index cannot be used ({ $why }); the next search makes it anew.
doctor-backups = { $count ->
    [0] There is no backup yet.
    [one] There is one backup, of { $date }.
   *[other] There are { $count } backups, the newest of { $date }.
}
doctor-bad-backup = The newest backup, of { $date }, is damaged; “hashiya restore” lists the others.
doctor-versions = Hashiya { $hashiya }, SQLite { $sqlite }

## Backups

backup = { $number }  { $date } | { $holds } | { $size } | { $occasion }
backup-day = of the day
backup-form = before the library took a newer form
backup-purge = of deleted articles
backup-restore = before a backup was brought back
backup-unreadable = damaged
backup-holds = { $passages }, { $tags }, { $articles }
holds-passages = { $count ->
    [0] no passages
    [one] one passage
   *[other] { $count } passages
}
holds-tags = { $count ->
    [0] no tags
    [one] one tag
   *[other] { $count } tags
}
holds-articles = { $count ->
    [0] no articles
    [one] one article
   *[other] { $count } articles
}
size-kb = { $size } KB
size-mb = { $size } MB
no-backups = There is no backup of the library { $path } yet.
restored = The backup is back in the library; it brought { $holds }.
put-aside = What was there before is kept in { $path }.
backup-failed = The change is kept, but no backup could be made. { $why }

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
months-short = Jan,Feb,Mar,Apr,May,Jun,Jul,Aug,Sep,Oct,Nov,Dec
months-levant = { months }
months-maghreb = { months }
months-morocco = { months }

## Settings

config-broken = { $file }, line { $line }: this is no TOML ({ $why }); the defaults hold until it is mended.
config-unknown = { $file }, line { $line }: “{ $key }” is no setting; “hashiya config” shows them all.
config-bad-value = { $file }, line { $line }: “{ $value }” does not suit { $key }; possible is: { $possible }
config-bad-text = { $file }, line { $line }: “{ $value }” does not suit { $key }; one line of text does.
config-bad-keys = { $file }, line { $line }: the keys of { $command } are to be one string or a list of strings.
config-bad-terminal = { $file }, line { $line }: “{ $value }” is no way to serve { $terminal }; possible is: { $possible }
config-no-setting = “{ $key }” is no setting; “hashiya config” shows them all.
config-no-home = There is no home directory to keep settings in; --config names a file.
config-default = default: { $value }
config-unset = default: none
setting-language = language of the interface; auto: by the locale
setting-digits = digits of the interface; auto: the region’s
setting-months = names of months in Arabic; auto: the region’s
setting-text-digits = digits of the articles
setting-harakat = vowel marks of the articles
setting-justify = filling of rows: by spaces, or by kashida too
setting-isolate = keeps addresses, telephone numbers and such whole
setting-measure = widest row of text, in cells
setting-title-rows = rows of a title in the list
setting-dense = one row an article in the list
setting-pin-list = keeps the list beside the article
setting-theme = theme; auto: the terminal’s colours
setting-mouse = listens to the mouse
setting-keyboard = layout of the keys while they type no Latin
setting-bidi = how the terminal is served; auto: as recognised
setting-ambiguous = how wide the terminal shows “ … — │ and é; auto: as it says itself
setting-mark-read = when an article counts as read
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
about-search = Searching words, however they are spelled
about-related = Showing the articles related to one, and why
about-story = Showing the story an article belongs to, in the order of its dates
about-relate = Saying by hand that two articles are related, or not; undo takes it back
about-edit = Setting fields by hand; they are kept over later imports
about-config = Showing the settings, or setting one
about-remove = Hiding articles with all their marks
about-tag = Tagging a span of an article, or the whole article
about-untag = Taking tags from a passage; all, where none is named
about-note = Setting the note on a passage
about-passage = Moving the bounds of a passage
about-passages = Listing the passages
about-tags = Showing the codebook, or changing it
about-tags-rename = Renaming a tag
about-tags-merge = Merging a tag into another
about-tags-move = Moving a tag below another, or to the top
about-tags-delete = Deleting a tag; its passages stay
about-undo = Undoing the last change of the library
about-redo = Redoing what was undone last
about-restore = Listing the backups, or bringing one back
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
arg-choose = keeps for this terminal how it is served: the number or name of a line, or auto
arg-json = prints one JSON document
arg-count = at most so many
arg-most = at most so many; without it { $count }
arg-query = what is searched for, in one word or several
arg-all = also what is too far to be called related
arg-other-sources = only what other sources say
arg-before = only what appeared before it
arg-after = only what appeared after it
arg-tagged = only what bears one of its tags
arg-sort = order: near, date
arg-one = an article: an id, its start, the source’s name for it, or an address
arg-not = they are not related
arg-clear = nothing is said of them any more
examples-search = Examples:
      hashiya search بيونغ يانغ
      hashiya search '"مجلس الأمن" -سوريا'
      hashiya search 'عنوان:القمة مصدر:الأمل قبل:2025-06'
      hashiya search 'title:القمة -tag:سياسة since:2025'
      hashiya search =على -n 5
    
    All words are wanted, however they are spelled; words in quotes stand so, in this order; a
    hyphen before a word excludes it, “=” takes one spelling alone. Fields are title, source, tag,
    note, before and after, in English or Arabic. What begins with a hyphen and is not the first
    word stands after “--”, or in quotes with the others.
examples-related = Examples:
      hashiya related ID
      hashiya related ID --other-sources --after --sort date
      hashiya related ID --quote 'معاهدة الشراكة'
      hashiya related page.html --all --json
    
    --quote, or --start and --end, compares a part of the article instead of the whole of it; a
    text that is in no library is read and not added.
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
arg-tags = tags by their names
arg-quote = the words of the span, as they stand in the text
arg-prefix = what stands before them
arg-suffix = what stands after them
arg-start = the first code point of the span, counted from 0
arg-end = the code point after its last
arg-whole-article = the whole article
arg-note = a note
arg-passage = the id of a passage, or its start
arg-text = the note, in Markdown; an empty one takes it away
arg-article = only passages of this article
arg-state = only those that stand so: placed, moved or orphan
arg-tag-tag = the name of a tag
arg-tag-new = its new name
arg-tag-other = the tag that stays
arg-tag-parent = the tag above it; the top without one
arg-backup = the backup: its number in the list, its name or its path
arg-shell = the shell: bash, elvish, fish, powershell, zsh
arg-key = the setting
arg-value = its new value

## The line at the top and the line at the bottom

name = Hashiya
shown = { $count ->
    [0] No articles shown
    [one] 1 article shown
   *[other] { $count } articles shown
}
shelf-all = all articles
shelf-unread = unread
shelf-starred = starred
nth-of = { $nth } of { $of }
percent = { $percent }%
prompt-filter = Filter:
prompt-find = Find:
hint-open = open
hint-filter = filter
hint-list-next-unread = next unread
hint-star = star
hint-sort = sort
hint-help = help
hint-select = select
hint-find = find
hint-copy = copy
hint-next-unread = next unread
hint-back = back
hint-quotation = quotation
hint-sentence = sentence
hint-deselect = cancel

## The list

list-empty = There are no articles yet. In a terminal “hashiya add FILE” adds some, and “hashiya FILE” opens one to read.
list-nothing = No article matches the filter; to show all: { $keys }
list-filling = Articles are being added…
order-oldest = oldest first
order-title = by title
order-source = by source
order-added = last added first
sort-newest = Order: newest first.
sort-oldest = Order: oldest first.
sort-title = Order: by title.
sort-source = Order: by source.
sort-added = Order: last added first.
marked-read = { $count ->
    [0] Nothing new: all that is shown is read.
    [one] One article marked as read.
   *[other] { $count } articles marked as read.
}
no-clutter = There is no clutter in this article.
import-stopped = { $count ->
    [0] Adding was stopped before the first article.
    [one] Adding was stopped after one article.
   *[other] Adding was stopped after { $count } articles.
}
progress-stop = { $keys } stops it
indexing = Indexing { $done } of { $total } | { $rate } a second | { $left ->
    [0] almost there
    [one] one second left
   *[other] { $left } seconds left
}
indexing-minutes = Indexing { $done } of { $total } | { $rate } a second | { $left ->
    [0] almost there
    [one] one minute left
   *[other] { $left } minutes left
}
index-stopped = Indexing was stopped at { $done } of { $total }; it goes on at the next start.
index-failed = The index could not follow the library; it will be tried again: { $why }
nothing-unread = All that is shown is read.
star-given = Starred.
star-taken = No longer starred.
pinned = The list stays beside the article.
unpinned = The list folds away while reading.

## The article

set-aside = { $count ->
    [0] No line was set aside.
    [one] 1 line was set aside; to show it: { $keys }
   *[other] { $count } lines were set aside; to show them: { $keys }
}
clutter-shown = The clutter is shown.
clutter-hidden = The clutter is set aside.
direction-rtl = Direction: from right to left.
direction-ltr = Direction: from left to right.
direction-own = Direction: each paragraph has its own.
theme-now = Theme: { $theme }.
gone = Another program has removed this article; while it is open it can be read to its end.
first-article = This is the first article of the list.
last-article = This is the last article of the list.
nothing-before = No article was read before this one.
nothing-after = No article was read after this one.
not-found = “{ $text }” does not occur in the article.
nothing-looked-for = Nothing has been looked for in this article yet.
from-the-start = No more up to the end; on from the start.
from-the-end = No more up to the start; on from the end.
no-such-unit = There is none of this kind around the cursor.
no-block = This line is none of the page’s own, so it has no kind.
mark-set = The letter { $letter } leads to this place now.
no-such-mark = The letter { $letter } leads nowhere.
no-address = This article has no address.
no-such-link = There is no link with this number.
no-link-here = There is no link here; its number before the key follows it.
no-opener = No command opens addresses; the settings have a place for one.
no-web-address = { $url } is no address of a page: no browser opens it.
browsing = The browser is opening { $url }.

## Copying

copied = The selection is copied.
copied-paragraph = The paragraph is copied.
copied-title = The title is copied.
copied-citation = The citation is copied.
copied-with-citation = The text is copied with its citation.
citation = { "{" }author{ "}" }, “{ "{" }title{ "}" }”, { "{" }source{ "}" }, { "{" }date{ "}" }, { "{" }url{ "}" }

## Keys

no-such-key = { $count ->
    [one] { $keys } is no command here
   *[other] { $keys } are no command here
}; help: { $help }
how-to-quit = { $keys } leaves Hashiya.
no-background = Nothing here could bring Hashiya back from the background; reading goes on.
paste-nowhere = Pasting needs a line that is being typed.
complaints = { $count ->
    [one] { $count } fault (in hashiya doctor):
   *[other] { $count } faults (all in hashiya doctor); the first:
}
keys-no-command = keys.toml has keys for “{ $name }”, which is no command; the last column of the README’s table has them all.
keys-near-command = keys.toml has keys for “{ $name }”, which is no command; the nearest is { $near }.
keys-unreadable = keys.toml: “{ $keys }” are no keys; { $name } goes without them.
keys-taken = keys.toml: “{ $keys }” now means { $name }; { $other } has lost the keys that clash with it, and a line of its own gives it others.
keys-clash = keys.toml: “{ $keys }” for { $name } and “{ $others }” for { $other } cannot both hold; { $name } has them until one of the two lines is changed.
too-small = The window is small; the least is { $width }×{ $height }.

## Pages

menu-help = Help
menu-palette = Commands
menu-settings = Settings
menu-fields = What is known of the article
menu-kinds = Kind of this paragraph
menu-confirm = Remove this article with all its marks?
menu-confirm-read = Mark all that is shown as read?
menu-confirm-keys = { $yes } yes | { $no } no | Enter chooses | Esc goes back
confirm-leave-unread = No, it stays as it is
confirm-read = Yes, all of it has been read
menu-command-keys = Enter runs it | { $find } narrows | Esc goes back
pending-keys = what may follow is above | Esc cancels
menu-keys = Enter chooses | / filters | Esc goes back
menu-number-keys = Digits set it | Enter ← → by steps | / filters | Esc goes back
menu-filter-keys = Enter chooses | Esc goes back
menu-edit-keys = Enter keeps | Esc cancels
menu-nothing = Nothing matches the filter.
confirm-no = No, the article stays
confirm-remove = Yes, it goes with all its marks
field-title = Title
field-author = Author
field-source = Source
field-section = Section
field-date = Date
field-url = Address
kind-now = as it is now
kind-imported = as import has it
kinds-of-source = In all articles of this source
kind-title = title of the article
kind-subtitle = subtitle
kind-byline = line of the author
kind-dateline = line of date and place
kind-standfirst = summary above the text
kind-heading = heading in the text
kind-paragraph = paragraph
kind-quote = quotation
kind-item = item of a list
kind-verse = line of verse
kind-caption = caption
kind-code = code
kind-clutter = clutter

## Values of settings

bad-setting = “{ $value }” does not suit this setting.
bad-number = “{ $value }” does not suit this setting; a whole number from { $low } to { $high } does.
value-empty = not set
value-auto = auto
value-on = yes
value-off = no
value-all = all
value-none = none
value-narrow = narrow: one cell
value-wide = wide: two cells
value-ar = العربية
value-en = English
value-western = Western (123)
value-arabic = Arabic-Indic (١٢٣)
value-european = Western (123)
value-as-written = as written
value-common = Egypt and the Gulf
value-levant = the Levant and Iraq
value-maghreb = Tunisia and Algeria
value-morocco = Morocco
value-spaces = by spaces
value-kashida = by spaces and kashida
value-dark = dark
value-light = light
value-mono = no colours
value-arabic-101 = Arabic (101)
value-arabic-102 = Arabic (102)
value-arabic-mac = Arabic (macOS)
value-persian = Persian
value-hebrew = Hebrew
value-open = once opened
value-end = at its end
value-never = only by hand

## Commands

group-move = Moving
group-articles = Articles
group-find = Finding and filtering
group-select = Selecting, copying, marks
group-view = View
group-program = Program
do-row-down = Down a row or an article
do-row-up = Up a row or an article
do-left = A letter to the left
do-right = A letter to the right
do-page-down = Next page, then the next article
do-page-up = Previous page
do-list-page-up = Previous page of the list
do-half-page-down = Half a page down
do-half-page-up = Half a page up
do-first = The start, or a number’s place
do-last = The end, or a number’s place
do-row-start = Start of the row
do-row-end = End of the row
do-word-next = Next word
do-word-back = Previous word
do-word-end = End of the word
do-clause-next = Next clause
do-clause-back = Previous clause
do-sentence-next = Next sentence
do-sentence-back = Previous sentence
do-paragraph-next = Next paragraph
do-paragraph-back = Previous paragraph
do-scroll-down = Text one row down
do-scroll-up = Text one row up
do-to-middle = Current row to the middle
do-to-top = Current row to the top
do-to-bottom = Current row to the bottom
do-open = Opening the article
do-back = Back to the list
do-next-article = Next article
do-previous-article = Previous article
do-list-next-unread = Next unread in the list
do-next-unread = Next unread article
do-history-back = Back in what was read
do-history-forward = Forward in what was read
do-toggle-read = Marking as read, or as unread
do-all-read = Marking all that is shown as read
do-star = Giving or taking the star
do-browse = Opening it in the browser
do-follow-link = Opening the link at the cursor
do-link-by-number = Opening a link, or what is related
do-edit-fields = Editing title, author and more
do-list-edit-fields = Editing an article of the list
do-block-kind = Changing the paragraph’s kind
do-remove = Removing the article
do-find = Finding in the article
do-hit-next = Next find
do-hit-back = Previous find
do-filter = Filtering the list
do-clear-filter = Ending the filter
do-which = Unread, then starred, then all
do-sort = Next order of the list
do-select = Starting a selection
do-select-rows = Selecting whole rows
do-select-again = The last selection again
do-swap-ends = Other end of the selection
do-quotation = Selecting inside the quotation
do-quotation-around = Selecting the whole quotation
do-clause = Selecting the clause
do-sentence = Selecting the sentence
do-paragraph = Selecting the paragraph
do-word = Selecting the word
do-deselect = Ending the selection
do-copy = Copying selection or paragraph
do-cite = Copying with a citation
do-mark = Marking the place with a letter
do-to-mark = The place of a letter
do-other-pane = Between list and article
do-pin-list = Keeping or folding the list
do-direction = Direction of the text
do-clutter = Showing or hiding the clutter
do-zen = Only the text, or everything
do-theme = Next theme
do-settings = Settings
do-help = Help
do-palette = Commands by name
do-redraw = Drawing the screen anew
do-suspend = Into the background
do-cancel = Stopping long work
do-leave = Leaving Hashiya
do-quit = Leaving Hashiya from anywhere

# Tagging: the picker, notes, passages
tag-comma = ،
picker = Tag:
picker-takes = Take away:
picker-sticky = Tag one after another:
picker-articles = Tag the whole article:
picker-new = New tag: “{ $name }”
picker-all = All tags
picker-passage = The passage itself
picker-empty = The codebook is empty; the first tag’s name is typed here, Enter makes it.
picker-bears-none = This passage bears no tag.
picker-type = No tag is chosen; its name is typed, or the arrows lead to it.
picker-keys = Enter tags | Tab several | Ctrl-v in the words of the passage | Esc cancels
picker-aim-keys = Enter tags | { $widen } widens | Tab several | Ctrl-v in its own words | Esc cancels
picker-takes-keys = Enter takes away | Esc cancels
tag-uses = { PLURAL($count) ->
    [0] not used
    [one] 1 passage
   *[other] { $count } passages
}
note-on-passage = Note on the passage
note-on-article = Note on the whole article
note-on-tag = What the tag means and when it is given
note-keys = Esc keeps it | Ctrl-e own editor | Ctrl-c leaves it as it was
note-left = The note is as it was; what was written comes back when it is opened again.
rows-more = … +{ $count }
nth-passage = passage { $nth } of { $of }
count-passages = { PLURAL($count) ->
    [one] 1 passage
   *[other] { $count } passages
}
no-passage-here = There is no passage under the cursor.
one-passage-here = There is no other passage under the cursor.
no-passages = There is no passage in this article yet.
first-passage = There is no passage before it in this article.
last-passage = There is no passage after it in this article.
no-last-tags = No tag has been given yet.
no-favourite = No tag has this digit.
nothing-to-tag = There is no text here to tag.
bounds-taken = The passage’s bounds are taken up: moves shift them, Enter stores them.
no-bounds = No passage’s bounds are taken up; v on a passage does that.
sticky = Tagging one after another: Space tags and goes on, Esc ends it.
sticky-ended = Tagging one after another has ended.
done = Done: { $what }.
undone = Undone: { $what }.
undone-before = Undone: { $what }. Left as it is: { $left }.
redone = Redone: { $what }.
nothing-to-undo = There is nothing to undo.
nothing-else-to-undo = There is nothing else to undo. Left as it is: { $left }.
nothing-to-redo = There is nothing to redo.
undo-changed = What this change touched has changed since: { $what }. Nothing was done.
undo-stuck = Not undone, for it has changed since ({ $keys } again passes over it): { $what }.
confirm-about-change = { $coder ->
    [none] { $what } ({ $when })
   *[other] { $what } ({ $coder }, { $when })
}
menu-confirm-undo = The last change is from another session
confirm-leave-done = No, it stays
confirm-undo = Yes, undo it
confirm-leave-undone = No, it stays as it is
confirm-redo = Yes, redo it
change-mark = marking “{ $name }”
change-bound = moving the bounds of “{ $name }”
change-tag = { PLURAL($count) ->
    [one] tagging “{ $name }”
   *[other] tagging { $count } passages
}
change-untag = { PLURAL($count) ->
    [one] taking tags from “{ $name }”
   *[other] taking tags from { $count } passages
}
change-note = the note on “{ $name }”
change-colour = { PLURAL($count) ->
    [one] the colour of “{ $name }”
   *[other] the colour of { $count } passages
}
change-join = joining passages into “{ $name }”
change-delete = { PLURAL($count) ->
    [one] deleting the passage “{ $name }”
   *[other] deleting { $count } passages
}
change-tag-articles = { PLURAL($count) ->
    [one] tagging the article “{ $name }”
   *[other] tagging { $count } articles
}
change-untag-articles = { PLURAL($count) ->
    [one] taking tags from the article “{ $name }”
   *[other] taking tags from { $count } articles
}
change-note-article = the note on the article “{ $name }”
change-work = { PLURAL($count) ->
    [one] the state of work on “{ $name }”
   *[other] the state of work on { $count } articles
}
change-relate = the link with “{ $name }”
change-new-tag = the new tag “{ $name }”
change-rename = renaming the tag “{ $name }”
change-merge = merging the tag “{ $name }”
change-move = moving the tag “{ $name }”
change-split = splitting the tag “{ $name }”
change-delete-tag = deleting the tag “{ $name }”
change-describe = the meaning of the tag “{ $name }”
change-paint = the colour of the tag “{ $name }”
change-pin = the key of the tag “{ $name }”
change-import = { PLURAL($count) ->
    [one] importing the passage “{ $name }”
   *[other] importing { $count } passages
}
change-edit = { PLURAL($count) ->
    [one] editing the fields of “{ $name }”
   *[other] editing the fields of { $count } articles
}
change-kind = the kind of a line in “{ $name }”
change-read = { PLURAL($count) ->
    [one] the read mark of “{ $name }”
   *[other] the read marks of { $count } articles
}
change-star = { PLURAL($count) ->
    [one] the star of “{ $name }”
   *[other] the stars of { $count } articles
}
change-remove = { PLURAL($count) ->
    [one] removing “{ $name }”
   *[other] removing { $count } articles
}
hint-tag = tag
hint-untag = untag
hint-note = note
hint-next-passage = next passage
hint-tag-unit = tag, go on
hint-end-sticky = end
group-tag = Tags and notes
do-tag = Tagging selection or clause
do-untag = Taking tags away, or the passage
do-tag-again = Giving the last tags again
do-favourite-tag = Giving a favourite by its digit
do-sticky-tag = Tagging one after another
do-tag-unit = Tagging this one, on to the next
do-end-sticky = Ending tagging one after another
do-note = Writing a note in the margin
do-store-bounds = Storing the passage’s bounds
do-next-passage = To the next passage
do-previous-passage = To the passage before
do-other-passage = The other of overlapping passages
do-undo = Undoing the last change
do-redo = Redoing what was undone
page-passages = Passages
count-marked = { PLURAL($count) ->
    [one] 1 marked
   *[other] { $count } marked
}
standing-placed = in its place
standing-moved = moved as the text changed
standing-orphan = passage without a place
of-this-article = in this article
passages-none-yet = There are no passages yet. While reading, v selects, t tags, a writes a note in the margin.
passages-none-such = There is no such passage; Esc shows all of them.
untagged = Without a tag
prompt-passages = Words, #tag or -#tag:
ordered-by-tag = Passages by tag
ordered-by-time = Passages, newest first
ordered-by-article = Passages by article
join-needs-more = Two passages or more can be joined; Space marks them.
menu-confirm-deed = Before it is changed
confirm-do = Yes
confirm-join = { PLURAL($count) ->
    [one] Join 1 passage?
   *[other] Join { $count } passages into one?
}
confirm-delete = { PLURAL($count) ->
    [one] Delete 1 passage with its tags and note?
   *[other] Delete { $count } passages with their tags and notes?
}
hint-go-to-passage = go to it
hint-mark-passage = mark
hint-tag-passages = tag
hint-passages-with = filter
hint-group-passages = order
hint-leave-page = back
do-passages = The page of all passages
do-go-to-passage = To the passage in its article
do-mark-passage = Marking the passage for what comes
do-tag-passages = Tagging the marked passages
do-untag-passages = Taking their tags, or themselves
do-passage-note = Writing the passage’s note
do-join-passages = Joining the marked passages
do-delete-passages = Deleting the marked passages
do-group-passages = By article, by tag, by time
do-passages-with = Filtering passages by words
do-orphans = Passages without a place
do-passages-here = Only passages of this article
do-all-passages = All passages again, or back
do-leave-page = Back from the page
do-page-of-rows-down = A page of rows down
do-page-of-rows-up = A page of rows up
old-version = This is an old version of the article, as it was when the passage was marked; q goes back.
attach = Re-attaching: v selects the words, Enter stores them.
do-attach-passage = Re-attaching the passage

# export and import
error-no-annotations = { $name } holds no annotations; what “hashiya export --format json” writes can be imported, and the export of Hypothesis.
error-no-article-of = The library has no article { $name }; once “hashiya add” has added it, the import can be repeated; nothing was imported.
error-annotation-no-object = Annotation { $number } of { $name } is no object; nothing was imported.
error-annotation-no-target = Annotation { $number } of { $name } does not say what it is about (target); nothing was imported.
error-annotation-no-source = Annotation { $number } of { $name } does not name its article (source); nothing was imported.
error-annotation-no-quote = Annotation { $number } of { $name } does not hold the words it is about (TextQuoteSelector, exact); nothing was imported.
error-annotation-selector = Annotation { $number } of { $name } has a selector that is no object; nothing was imported.
error-annotation-body = Annotation { $number } of { $name } has a body without a text; nothing was imported.
error-annotation-field = Annotation { $number } of { $name } has something other than a text in a field that holds one; nothing was imported.
error-annotation-time = Annotation { $number } of { $name } has a time that is not in ISO 8601 (like 2025-06-20T17:00:00Z); nothing was imported.
error-annotation-tag = Annotation { $number } of { $name } has a tag that is no text; nothing was imported.
error-annotation-term = A tag in the codebook of { $name } has no id or no name, or something other than a text; nothing was imported.
error-annotation-label = An article in the list of { $name } has no id, or something other than a text; nothing was imported.
error-annotation-tag-name = Annotation { $number } of { $name } has a tag that none can be called: empty, with a control character, or over 200 code points; nothing was imported.
about-export = Writing passages, tags and notes in open formats
about-import = Taking in annotations: what export wrote, W3C Web Annotations, the export of Hypothesis
arg-format = the format: json, csv, md; import reads json
arg-output = the file to write; for md also a directory (DIR/), a file an article
arg-excel = csv with the byte-order mark that Excel needs
arg-file = the file, or - for standard input
export-kept = { $count ->
    [0] Nothing was changed by hand in { $name }.
    [one] One part that was changed by hand in { $name } stayed as it was.
   *[other] { $count } parts that were changed by hand in { $name } stayed as they were.
}
imported = { $count ->
    [0] No passage was imported.
    [one] One passage was imported.
   *[other] { $count } passages were imported.
}
import-orphans = { $count ->
    [0] All of them have their place.
    [one] One of them is an orphan: its words are not in its article (“hashiya passages --state orphan” lists it).
   *[other] { $count } of them are orphans: their words are not in their articles (“hashiya passages --state orphan” lists them).
}
import-unchanged = { $count ->
    [0] Nothing was there already.
    [one] One annotation was there already.
   *[other] { $count } annotations were there already.
}
import-tags = { $count ->
    [0] No tag is new.
    [one] One tag is new.
   *[other] { $count } tags are new.
}
import-articles = { $count ->
    [0] No article has new tags or notes as a whole.
    [one] One article has new tags or notes as a whole.
   *[other] { $count } articles have new tags or notes as a whole.
}
import-skipped = { $count ->
    [0] No answer to another annotation was left out.
    [one] One answer to another annotation was left out.
   *[other] { $count } answers to other annotations were left out.
}

# The codebook, the counts, the sheet of an article
page-codebook = Codebook
page-counts = Counts
count-tags = { PLURAL($count) ->
    [one] 1 tag
   *[other] { $count } tags
}
column-passages = passages
column-articles = articles
source-none = no source
source-others = others
codebook-none-yet = There are no tags yet. n makes one; while reading, t tags.
codebook-none-such = No tag is called so; Esc shows all of them.
counts-none = No passage that is counted here bears a tag.
prompt-tags = Tags:
prompt-new-tag = New tag:
prompt-new-tag-below = New tag below “{ $name }”:
prompt-rename-tag = New name of “{ $name }”:
prompt-split-tag = Their tag in place of “{ $name }”:
picker-merge = Merge into:
picker-move = Move below:
picker-top = The top of the codebook, below no tag
picker-none = No tag is called so.
picker-with-all = With all of:
picker-with-any = With one of:
picker-without = Without:
picker-one-keys = Enter chooses | Esc cancels
picker-several-keys = Enter chooses | Tab several | Esc cancels
confirm-merge = Merge “{ $name }” into “{ $other }”? All that bears the one will bear the other.
confirm-delete-tag = Delete the tag “{ $name }”? Whatever bears it keeps its other tags.
confirm-tag-passages = { $count ->
    [0] No passage bears it.
    [one] 1 passage bears it.
   *[other] { $count } passages bear it.
}
confirm-tag-articles = { $count ->
    [0] It is in no article.
    [one] It is in 1 article.
   *[other] It is in { $count } articles.
}
confirm-tag-below = { PLURAL($count) ->
    [one] 1 tag below it moves along.
   *[other] { $count } tags below it move along.
}
split = { $mark } marks passages, { $keys } gives them a new tag in its place.
split-nothing = No passage bears this tag.
split-of-one = A tag is split where all passages shown bear it, and no other is asked for.
pin-taken = t stays free: in the picker it widens what is tagged.
pin-letter = A letter or a digit is to follow, or a space for none.
menu-sheet = The article as a whole
sheet-tags = tags
sheet-note = note
sheet-work = state of work
work-none = not stated
work-to-code = to code
work-in-progress = in progress
work-coded = coded
hint-codebook = codebook
hint-passages-of-tag = passages
hint-new-tag = new
hint-rename-tag = rename
hint-merge-tag = merge
hint-describe-tag = meaning
hint-find-tag = filter
hint-passages-counted = passages
do-with-all = Passages with all of some tags
do-with-any = Passages with one of some tags
do-without = Passages without some tags
do-untagged = Passages without any tag
do-split-passages = Another tag for those marked
do-codebook = The codebook
do-passages-of-tag = Passages that bear the tag
do-new-tag = New tag beside this one
do-new-tag-below = New tag below this one
do-rename-tag = Renaming the tag
do-merge-tag = Merging it into another tag
do-move-tag = Moving it below another tag
do-split-tag = Splitting the tag
do-delete-tag = Deleting the tag
do-paint-tag = Next colour of the tag
do-describe-tag = Writing what the tag means
do-pin-tag = A letter that gives the tag
do-find-tag = Filtering the codebook
do-all-tags = All tags again, or back
do-counts = Counts by tag and source
do-passages-counted = Passages that are counted here
do-leave-counts = Back from the counts
do-sheet = Tags, note, work of the article
tagged = “{ $quote }” is tagged { $tags }
nothing-changed = Nothing has changed: it was so already.
bounds-same = The bounds are as they were.
hint-store-bounds = store bounds
hint-reselect = select anew
do-reselect = Ending it, or another in a passage
attach-placed = The passage has a place; v on it in the article moves its bounds.
version-old = an old version
text-changed = { PLURAL($count) ->
    [0] The article’s text has changed; every passage has its place.
    [one] The article’s text has changed; 1 passage has lost its place and is on the page of passages.
   *[other] The article’s text has changed; { $count } passages have lost their places and are on the page of passages.
}
quoted = “{ $quote }”

## What is related

before-day = { $count ->
    [one] 1 day before
   *[other] { $count } days before
}
before-month = { $count ->
    [one] 1 month before
   *[other] { $count } months before
}
before-year = { $count ->
    [one] 1 year before
   *[other] { $count } years before
}
after-day = { $count ->
    [one] 1 day after
   *[other] { $count } days after
}
after-month = { $count ->
    [one] 1 month after
   *[other] { $count } months after
}
after-year = { $count ->
    [one] 1 year after
   *[other] { $count } years after
}
same-day = the same day
same-month = the same month
same-year = the same year
related = Related
related-to = Related to “{ $title }”
related-to-passage = Related to the passage “{ $quote }”
related-apart = Said to be not related to “{ $title }”
related-none-here = Nothing in the library is related to it.
also-printed = also in { $names }
related-none-such = Nothing that is related is of the kind chosen above.
related-none-apart = Nothing was said to be not related to it.
related-no-index = The index is being made; what is related is shown once it is there.
related-waiting = What is related is being looked for…
related-behind = { $count ->
    [one] One article of the library is not in the index yet; what it says is not seen here.
   *[other] { $count } articles of the library are not in the index yet; what they say is not seen here.
}
nothing-to-select = Only the text of the article can be selected.
related-no-article = Nothing is open that something could be related to.
related-by-hand = by hand
also-more = { $count ->
    [one] also once more
   *[other] also { $count } times more
}
toggle-unread = unread
toggle-elsewhere = other sources
toggle-before = before
toggle-after = after
toggle-tagged = its tags
toggle-near = by nearness
toggle-date = by date
not-related-done = “{ $title }” is no longer named here; { $keys } undoes it.
related-told = “{ $title }” may be named here again; { $keys } undoes it.
page-story = Story
story-none = No other article tells this story.
story-count = { $count ->
    [one] 1 article
   *[other] { $count } articles
}
hint-related = related
hint-story = story
hint-open-related = open
hint-not-related = not related
hint-told-apart = not related…
hint-leave-related = back
hint-open-told = open
do-related = What is related, in a pane
do-story = The story as a line in time
do-open-related = Opening what is related
do-leave-related = Back from what is related
do-related-unread = Related: only unread
do-related-elsewhere = Related: only other sources
do-related-before = Related: only before
do-related-after = Related: only after
do-related-tagged = Related: only with a tag of it
do-related-order = Related: by nearness or by date
do-not-related = Not related, or no longer said so
do-told-apart = What was said to be not related
do-open-told = Opening an article of the story
do-leave-story = Back from the story
## Searching the library

page-search = Search
prompt-search = Search:
search-keys = Enter results | Esc back | ↑ ↓ earlier searches
count-found = { PLURAL($count) ->
    [one] 1 article
   *[other] { $count } articles
}
count-first-found = { PLURAL($count) ->
    [one] the best article
   *[other] the best { $count } articles
}
search-no-index = The index is being made; once it is there, what is typed is searched for.
search-none = Nothing was found: no article holds these words, and no note and no tag.
search-unread-date = Not read as a date: { $dates }
search-behind = { PLURAL($count) ->
    [one] 1 article is not in the index yet
   *[other] { $count } articles are not in the index yet
}
search-form-words = port tax
search-says-words = all of these words, however they are spelled and inflected
search-form-exact = "the old port"
search-says-exact = these words in this order
search-form-spelled = =port
search-says-spelled = this spelling and no other
search-form-not = -tax
search-says-not = without this word
search-form-fields = title:port source:Reuters
search-says-fields = in the title; of this source
search-form-own = tag:trade note:port
search-says-own = under this tag; in a note
search-form-dates = after:2025-03 before:2025-06-20
search-says-dates = of these days
found-in-note = note
found-in-sheet = note on the article
found-next = { $nth } of { $of }: { $title }
last-found = This was the last article of the search.
first-found = This was the first article of the search.
no-name-here = There is no word under the cursor to look for.
no-mention = No other article mentions “{ $text }”.
hint-open-found = open
hint-search-again = search
do-search = Searching all articles
do-mention = Next article with this name
do-open-found = Opening the result at the hit
do-search-again = Typing in the line of the search
do-leave-search = Back from the search
hint-relate-found = related
do-relate-found = Related to where the search began
relate-no-article = No article was open when the search began; g/ while reading searches for what is related to it.
relate-itself = This is the article itself.

## How the terminal is served

menu-terminal = Which line reads right?
do-terminal = This terminal: which line is right
terminal-hint = The right line begins with ١ at its right end and ends with ٢٠٢٥ at its left one, its letters joined as they are written. Its digit chooses it: of several the one marked >, else the first.
terminal-auto = as recognised
terminal-keys = 1–9 chooses | 0 as recognised | Esc goes back
terminal-chosen = This terminal is served as “{ $way }” from now on; 0 takes that back.
terminal-unchosen = This terminal is served as it is recognised.
terminal-given = It is served so now; at the next start --bidi or HASHIYA_BIDI comes first again.
advice-kitty = kitty turns words round itself, so marks on letters are left out here: with “force_ltr yes” in kitty.conf choose “visual”, which shows them too.
advice-konsole = If the profile has right-to-left text switched off, Konsole does not say so: then “visual” is right.
advice-putty = A number that touches the letter at its right (2025م) stands on its other side, and copied blanks are U+2800. With “Disable Arabic text shaping” and “Disable bidirectional text display” ticked (Terminal > Features) “visual” is right.
advice-no-marks = This terminal shows no marks on letters (harakat); the letters are right.
advice-hidden-marks = Marks on letters (harakat) are left out: foot would drop the letters that bear them.
advice-passthrough = tmux must let through what turns mlterm’s own ordering off: set -g allow-passthrough on in tmux.conf; or use_ctl=false in ~/.mlterm/main.
advice-mlterm-font = Boxes in the place of letters: ~/.mlterm/aafont needs a font with Arabic presentation forms, such as DejaVu Sans Mono.
advice-old-tmux = tmux tells the name of the terminal it is shown in from 3.2 on; this one is older.
advice-hidden = What this is shown in does not tell its name: in PuTTY choose “blank”, in qterminal “tint”, in a terminal without bidi “visual”.
advice-iterm = If support for right-to-left text is switched on in iTerm2, choose “blank”; it does not say so.
advice-choose = Whether this terminal orders Arabic itself is not known: choose the line that reads right.
advice-console = The console shows only letters that its font has: setfont loads one with Arabic presentation forms.
advice-font = Where letters stand apart or overlap, the terminal’s font has no Arabic: a monospace font that has presentation forms, such as DejaVu Sans Mono, mends it.
