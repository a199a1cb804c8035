//! Which joined form does a letter take?

use super::table::FORMS;

/// Where a letter joins, as bits: to the letter before it in the text, to the one after it.
pub(super) const BEFORE: u8 = 1;
pub(super) const AFTER: u8 = 2;

const FIRST: u32 = 0x0621;
const LAST: u32 = 0x06D5;
const TABLE: [[u16; 4]; (LAST - FIRST + 1) as usize] = dense();

/// The presentation form of an Arabic letter that joins as `joins` says ([`BEFORE`] | [`AFTER`]);
/// the letter itself where Unicode encodes no such form. U+0621 stays as it is.
pub(super) fn form(c: char, joins: u8) -> char {
    let Some(forms) = (c as u32)
        .checked_sub(FIRST)
        .and_then(|at| TABLE.get(at as usize))
    else {
        return c;
    };
    let form = match joins {
        0 => forms[0],
        BEFORE => forms[1],
        AFTER => forms[2],
        _ => forms[3],
    };
    if form == 0 {
        c
    } else {
        char::from_u32(u32::from(form)).unwrap_or(c)
    }
}

/// The one cell that lam and this alef share, if it is an alef that ligates.
pub(super) fn lam_alef(alef: char, joins_before: bool) -> Option<char> {
    let isolated = match alef {
        '\u{0622}' => 0xFEF5,
        '\u{0623}' => 0xFEF7,
        '\u{0625}' => 0xFEF9,
        '\u{0627}' => 0xFEFB,
        _ => return None,
    };
    char::from_u32(isolated + u32::from(joins_before))
}

const fn dense() -> [[u16; 4]; (LAST - FIRST + 1) as usize] {
    let mut dense = [[0; 4]; (LAST - FIRST + 1) as usize];
    let mut at = 0;
    while at < FORMS.len() {
        dense[FORMS[at].0 as usize - FIRST as usize] = FORMS[at].1;
        at += 1;
    }
    // hamza has one form, which looks as it does
    dense[0] = [0; 4];
    // without forms of their own: the same skeletons under other letters' names
    dense[0x06BA - FIRST as usize][2] = 0xFBE8;
    dense[0x06BA - FIRST as usize][3] = 0xFBE9;
    dense[0x06D5 - FIRST as usize] = [0xFEE9, 0xFEEA, 0, 0];
    dense
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_take_the_form_their_neighbours_ask_for() {
        assert_eq!(
            [0, BEFORE, AFTER, BEFORE | AFTER].map(|j| form('ب', j)),
            ['ﺏ', 'ﺐ', 'ﺑ', 'ﺒ']
        );
        assert_eq!(form('ء', 0), 'ء');
        assert_eq!(form('ڵ', AFTER), 'ڵ');
        assert_eq!(form('x', BEFORE), 'x');
        assert_eq!(lam_alef('إ', true), Some('ﻺ'));
        assert_eq!(lam_alef('ٱ', true), None);
    }
}
