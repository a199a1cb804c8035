//! How common is a term in Arabic news, where a library is too small to tell?

/// A table of terms: how many articles of an archive have them. Counts only.
#[derive(Debug, Clone, Copy)]
pub struct Background {
    /// How many articles the archive has.
    pub articles: u32,
    /// Lines of a term, a blank and a number, in the order of their bytes.
    lines: &'static str,
}

impl Background {
    /// The table that comes with the program.
    pub fn built_in() -> Self {
        let table = include_str!("../../assets/terms/background.txt");
        let (head, lines) = table.split_once('\n').unwrap_or_default();
        Self {
            articles: head.parse().unwrap_or_default(),
            lines,
        }
    }

    /// How many articles have a term; 0 where the table does not know it.
    pub fn of(self, term: &str) -> u32 {
        let (mut from, mut to) = (0, self.lines.len());
        while from < to {
            let middle = self.lines.floor_char_boundary(usize::midpoint(from, to));
            let start = self.lines[from..middle]
                .rfind('\n')
                .map_or(from, |at| from + at + 1);
            let end = self.lines[start..]
                .find('\n')
                .map_or(self.lines.len(), |at| start + at);
            let Some((own, count)) = self.lines[start..end].split_once(' ') else {
                return 0;
            };
            match own.cmp(term) {
                std::cmp::Ordering::Less => from = end + 1,
                std::cmp::Ordering::Greater => to = start,
                std::cmp::Ordering::Equal => return count.parse().unwrap_or_default(),
            }
        }
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_found() {
        let table = Background::built_in();
        assert!(table.articles > 1000);
        for line in table.lines.lines() {
            let (term, count) = line.split_once(' ').unwrap();
            assert_eq!(table.of(term), count.parse::<u32>().unwrap(), "{term}");
        }
        for none in ["", "!", "\u{10ffff}", "xxxxxx"] {
            assert_eq!(table.of(none), 0);
        }
    }

    #[test]
    fn an_empty_table_knows_nothing() {
        let table = Background {
            articles: 0,
            lines: "",
        };
        assert_eq!(table.of("w"), 0);
    }
}
