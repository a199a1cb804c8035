//! Which article is this: the same as one already there, or another?

use std::fmt;

use sha2::{Digest, Sha256};

/// The name of an article in the library: 16 characters of base32 (RFC 4648, lower case).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleId(String);

impl ArticleId {
    /// The id of an article first added under this identity.
    pub fn of(identity: &Identity) -> Self {
        Self::hash(&identity.key())
    }

    /// An id that another article took (two texts of one file, say) is followed by the next.
    #[must_use]
    pub fn next(&self) -> Self {
        Self::hash(&self.0)
    }

    /// An id read back from the library.
    pub fn from_stored(id: String) -> Self {
        Self(id)
    }

    /// The 16 characters.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn hash(key: &str) -> Self {
        Self(base32(&Sha256::digest(key.as_bytes())[..10]))
    }
}

impl fmt::Display for ArticleId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// What makes an article itself, strongest first.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Identity {
    /// The canonical address.
    Url(String),
    /// The source and the source's own name for the article.
    Source(String, String),
    /// The file that holds this one article (it holds only where title or words agree).
    File(String),
    /// The words of the text.
    Text(String),
}

impl Identity {
    /// The identity of a text by its words: blind to marks, spelling variants and punctuation.
    pub fn of_text(text: &str) -> Self {
        let folded = crate::text::fold(text);
        let mut joined = String::with_capacity(folded.len() + 1);
        for word in words(&folded) {
            joined.push_str(word);
            joined.push(' ');
        }
        Self::Text(base32(&Sha256::digest(joined.as_bytes())[..20]))
    }

    /// The key under which the library keeps it.
    pub fn key(&self) -> String {
        match self {
            Self::Url(url) => format!("url {url}"),
            Self::Source(source, id) => format!("id {source}\u{1f}{id}"),
            Self::File(path) => format!("file {path}"),
            Self::Text(hash) => format!("text {hash}"),
        }
    }
}

/// The address without what does not name the document: scheme, `www.`, fragment,
/// a closing slash and the parameters that only track. Every other parameter stays.
/// None for what names no host (`#`, `/`, `N/A`): it says nothing about the document.
pub fn canonical_url(url: &str) -> Option<String> {
    let url = url.trim();
    let url = url.split_once('#').map_or(url, |(before, _)| before);
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (place, query) = rest
        .split_once('?')
        .map_or((rest, ""), |(place, query)| (place, query));
    let (host, path) = place.find('/').map_or((place, ""), |at| place.split_at(at));
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let host = host
        .strip_suffix(":80")
        .or_else(|| host.strip_suffix(":443"))
        .unwrap_or(host);
    let mut canonical = format!("{host}{}", path.trim_end_matches('/'));
    let kept: Vec<&str> = query
        .split('&')
        .filter(|p| !p.is_empty() && !tracks(p))
        .collect();
    if !kept.is_empty() {
        canonical.push('?');
        canonical.push_str(&kept.join("&"));
    }
    let named = host.contains('.') || host.starts_with("localhost");
    (named && !host.contains(char::is_whitespace)).then_some(canonical)
}

/// The folded words of a text, in order: what two states of one article share.
pub fn folded_words(text: &str) -> impl Iterator<Item = String> {
    let folded = crate::text::fold(text);
    words(&folded)
        .map(str::to_owned)
        .collect::<Vec<_>>()
        .into_iter()
}

fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(|c| !in_word(c)).filter(|w| !w.is_empty())
}

/// Whether a character makes a word. Asked first, the commonest letters spare a search in
/// Unicode's tables.
pub(super) fn in_word(c: char) -> bool {
    ('\u{0620}'..='\u{064a}').contains(&c) || c.is_alphanumeric()
}

fn tracks(parameter: &str) -> bool {
    const NAMES: [&str; 14] = [
        "fbclid", "gclid", "gclsrc", "dclid", "msclkid", "yclid", "twclid", "igshid", "igsh",
        "mc_cid", "mc_eid", "_ga", "wbraid", "gbraid",
    ];
    let name = parameter
        .split('=')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    name.starts_with("utm_") || NAMES.contains(&name.as_str())
}

fn base32(bytes: &[u8]) -> String {
    const LETTERS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
    let (mut held, mut bits, mut out) = (0u32, 0u32, String::new());
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        bits += 8;
        while bits >= 5 {
            bits -= 5;
            out.push(LETTERS[(held >> bits & 31) as usize] as char);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lose_only_what_names_nothing() {
        for (given, canonical) in [
            (
                "https://www.Example.org/a/?utm_source=x&id=7&fbclid=y#top",
                "example.org/a?id=7",
            ),
            ("http://example.org/a", "example.org/a"),
            ("https://example.org:443/", "example.org"),
            ("https://example.org/مقال?page=2", "example.org/مقال?page=2"),
            ("https://example.org/A", "example.org/A"),
        ] {
            assert_eq!(canonical_url(given).as_deref(), Some(canonical));
        }
    }

    #[test]
    fn what_names_no_host_is_no_address() {
        for given in ["", "#", "/", "?", "N/A", "http://", "كلام. آخر"] {
            assert_eq!(canonical_url(given), None, "{given}");
        }
    }

    #[test]
    fn a_text_is_itself_however_it_is_marked() {
        assert_eq!(
            Identity::of_text("قالَ الوزيرُ: نعم."),
            Identity::of_text("قال  الوزير نعم")
        );
        assert_ne!(
            Identity::of_text("قال الوزير نعم"),
            Identity::of_text("قال الوزير لا")
        );
    }

    #[test]
    fn an_id_is_sixteen_letters_and_stays() {
        let id = ArticleId::of(&Identity::Url("example.org/a".into()));
        assert_eq!(id.as_str().len(), 16);
        assert_eq!(id, ArticleId::of(&Identity::Url("example.org/a".into())));
        assert_ne!(id, id.next());
    }
}
