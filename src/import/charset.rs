//! Which characters do the bytes stand for?

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_6, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1256};

use super::{Form, Refusal};
use crate::article::{Flaw, FlawKind};

/// The bytes as text, and what was doubtful about them. The order of belief: byte order mark,
/// UTF-8 where it is valid, zero bytes of UTF-16, the declared charset, detection.
pub fn decode(bytes: &[u8], form: Form, flaws: &mut Vec<Flaw>) -> Result<String, Refusal> {
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Refusal::Empty);
    }
    if let Some((encoding, mark)) = marked(bytes) {
        return Ok(decode_as(encoding, &bytes[mark..], flaws));
    }
    if is_binary(bytes) {
        return Err(Refusal::Binary);
    }
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text.to_owned()),
        Err(error) => error,
    };
    if is_mostly_utf_8(bytes, error.valid_up_to()) {
        return Ok(decode_as(UTF_8, bytes, flaws));
    }
    // text in an old charset has no controls; compressed data has one in ten
    if controls(bytes) > bytes.len().min(HEAD) / 100 {
        return Err(Refusal::Binary);
    }
    let declared = declared(bytes, form);
    let encoding = declared
        .filter(|e| *e != UTF_8 && !e.decode_without_bom_handling(bytes).1)
        .unwrap_or_else(|| detected(bytes));
    if declared != Some(encoding) {
        flaws.push(Flaw::new(FlawKind::Charset, encoding.name()));
    }
    Ok(decode_as(encoding, bytes, flaws))
}

/// The first bytes of a document as text, as far as its form can be seen: UTF-16 too.
pub fn head(bytes: &[u8]) -> Cow<'_, str> {
    utf_16_to_8(bytes).map_or_else(|| String::from_utf8_lossy(bytes), Cow::Owned)
}

/// The text of bytes that are UTF-16, marked or not; none of others.
pub fn utf_16_to_8(bytes: &[u8]) -> Option<String> {
    let (encoding, mark) = marked(bytes).filter(|(encoding, _)| *encoding != UTF_8)?;
    Some(
        encoding
            .decode_without_bom_handling(&bytes[mark..])
            .0
            .into_owned(),
    )
}

/// Whether bytes are UTF-16, marked or not.
pub fn is_utf_16(bytes: &[u8]) -> bool {
    marked(bytes).is_some_and(|(encoding, _)| encoding != UTF_8)
}

/// The charset that the first bytes give away, and how long its mark is.
fn marked(bytes: &[u8]) -> Option<(&'static Encoding, usize)> {
    Encoding::for_bom(bytes).or_else(|| Some((utf_16(bytes)?, 0)))
}

fn decode_as(encoding: &'static Encoding, bytes: &[u8], flaws: &mut Vec<Flaw>) -> String {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    if replaced {
        let count = text.matches(char::REPLACEMENT_CHARACTER).count();
        flaws.push(Flaw::new(FlawKind::InvalidBytes, count.to_string()));
    }
    text.into_owned()
}

/// How many bytes tell text from other data.
const HEAD: usize = 4096;

/// How many bytes are looked at where a guess is enough.
const SAMPLE: usize = 64 * 1024;

/// UTF-16 without its mark: every second byte of a Western text is zero, and the high
/// bytes of an Arabic one are few (00, 06, 20) while its spaces still have a zero.
fn utf_16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let pairs = sample.len() / 2;
    if pairs < 2 || !sample.contains(&0) {
        return None;
    }
    let high = |b: &u8| matches!(b, 0 | 0x06 | 0x20 | 0xfb..=0xfe);
    let even = sample.iter().step_by(2).filter(|b| high(b)).count();
    let odd = sample.iter().skip(1).step_by(2).filter(|b| high(b)).count();
    let zeros = |skip: usize| sample.iter().skip(skip).step_by(2).any(|b| *b == 0);
    if odd * 10 >= pairs * 9 && even * 2 < pairs && zeros(1) {
        Some(UTF_16LE)
    } else if even * 10 >= pairs * 9 && odd * 2 < pairs && zeros(0) {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// Zero bytes, or many controls that no text has, belong to no text.
fn is_binary(bytes: &[u8]) -> bool {
    const MAGIC: [&[u8]; 8] = [
        b"%PDF-",
        b"\x89PNG",
        b"\xff\xd8\xff",
        b"GIF8",
        b"PK\x03\x04",
        b"\x1f\x8b",
        b"\x7fELF",
        b"\x28\xb5\x2f\xfd",
    ];
    let sample = &bytes[..bytes.len().min(HEAD)];
    let zeros = sample.split(|b| *b == 0).count() - 1;
    MAGIC.iter().any(|magic| sample.starts_with(magic))
        || zeros * 50 > sample.len()
        || controls(bytes) * 10 > sample.len() * 3
}

/// How many bytes at the head are controls that no text has.
fn controls(bytes: &[u8]) -> usize {
    let control = |b: &&u8| **b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1b);
    bytes.iter().take(HEAD).filter(control).count()
}

/// A few broken bytes in a text of many valid sequences are damage, not another charset.
fn is_mostly_utf_8(bytes: &[u8], valid: usize) -> bool {
    let (mut good, mut bad) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().bytes().filter(|b| *b >= 0xc0).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    let cut = bytes.len() - valid < 4 && good > 0;
    cut || good > bad * 4
}

/// The charset that HTML or XML names at its head.
fn declared(bytes: &[u8], form: Form) -> Option<&'static Encoding> {
    if form != Form::Html {
        return None;
    }
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(2048)]).to_ascii_lowercase();
    let at = ["charset=", "encoding="]
        .iter()
        .find_map(|name| Some(head.find(name)? + name.len()))?;
    let name: String = head[at..]
        .trim_start_matches(['"', '\'', ' '])
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric() || "-_:".contains(*c))
        .collect();
    Encoding::for_label(name.as_bytes())
}

/// The charset by its letters: an Arabic one where the bytes read as Arabic words, else by
/// the statistics of the web.
fn detected(bytes: &[u8]) -> &'static Encoding {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let arabic = [WINDOWS_1256, ISO_8859_6]
        .into_iter()
        .map(|encoding| (likeness(sample, encoding), encoding))
        .max_by_key(|(likeness, _)| *likeness);
    if let Some((likeness, encoding)) = arabic
        && likeness > 0
    {
        return encoding;
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    detector.guess(None, Utf8Detection::Deny)
}

/// How much the text reads as Arabic: common letters in runs speak for it, signs and lone
/// letters between Latin ones against it.
fn likeness(bytes: &[u8], encoding: &'static Encoding) -> i64 {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let (mut score, mut before) = (0, ' ');
    for c in text.chars() {
        score += match c {
            _ if c.is_ascii() => 0,
            _ if before.is_ascii_alphabetic() => -4,
            'ا' => 6,
            'ل' | 'ي' | 'م' => 4,
            'و' | 'ن' | 'ر' | 'ت' => 3,
            'ب' | 'ة' | 'ع' | 'د' | 'س' | 'ه' => 2,
            'ف' | 'ك' | 'ح' | 'ق' => 1,
            'ء'..='ي' | '،' | '؟' | '؛' | '«' | '»' | '\u{a0}' | '\u{64b}'..='\u{652}' => 0,
            _ => -4,
        };
        before = c;
    }
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "وصل القطار إلى المحطة الأخيرة مع الفجر، ونزل الركاب.";

    fn read(bytes: &[u8]) -> (String, Vec<Flaw>) {
        let mut flaws = Vec::new();
        (decode(bytes, Form::Plain, &mut flaws).unwrap(), flaws)
    }

    #[test]
    fn old_arabic_charsets_are_told_apart() {
        for encoding in [WINDOWS_1256, ISO_8859_6] {
            for text in [TEXT, "كتاب مفتوح", "مرحبا"] {
                let (bytes, ..) = encoding.encode(text);
                let (read, flaws) = read(&bytes);
                assert_eq!(read, text, "{}", encoding.name());
                assert_eq!(flaws[0].kind, FlawKind::Charset);
            }
        }
    }

    #[test]
    fn a_western_text_is_not_taken_for_arabic() {
        let text = "L'été, à Genève, où l'élève a été reçu très tôt, déjà fatigué";
        let (bytes, ..) = encoding_rs::WINDOWS_1252.encode(text);
        assert_eq!(read(&bytes).0, text);
    }

    #[test]
    fn utf_16_is_known_by_its_zeros() {
        let text = format!("{TEXT} Latin 12");
        let units: Vec<u16> = text.encode_utf16().collect();
        let little: Vec<u8> = units.iter().flat_map(|u| u.to_le_bytes()).collect();
        let big: Vec<u8> = units.iter().flat_map(|u| u.to_be_bytes()).collect();
        assert_eq!(read(&little).0, text);
        assert_eq!(read(&big).0, text);
        assert_eq!(read(&[b"\xff\xfe".as_slice(), &little].concat()).0, text);
    }

    #[test]
    fn broken_bytes_in_utf_8_are_counted() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.insert(TEXT.find('،').unwrap(), 0xff);
        let (text, flaws) = read(&bytes);
        assert!(text.contains('\u{fffd}'));
        assert_eq!(flaws, [Flaw::new(FlawKind::InvalidBytes, "1")]);
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let mut flaws = Vec::new();
        let mut refusal = |bytes: &[u8]| decode(bytes, Form::Plain, &mut flaws).unwrap_err();
        assert_eq!(refusal(b""), Refusal::Empty);
        assert_eq!(refusal(b" \n\t"), Refusal::Empty);
        assert_eq!(refusal(b"%PDF-1.7 text"), Refusal::Binary);
        assert_eq!(
            refusal(&[1, 0, 0, 2, 0, 0, 7, 0, 0, 0, 9, 200]),
            Refusal::Binary
        );
    }

    #[test]
    fn the_declared_charset_of_html_is_believed() {
        let (body, ..) = WINDOWS_1256.encode("<p>ثلاث كلمات هنا</p>");
        let page = [b"<meta charset=\"windows-1256\">".as_slice(), &body].concat();
        let mut flaws = Vec::new();
        let text = decode(&page, Form::Html, &mut flaws).unwrap();
        assert!(text.contains("ثلاث كلمات") && flaws.is_empty());
    }
}
