//! Which language, which digits, which names of the months?

/// The languages of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// Arabic.
    Arabic,
    /// English.
    English,
}

/// The digits of the interface.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// 0–9.
    Western,
    /// ٠–٩.
    Arabic,
}

/// The names of the months in Arabic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Months {
    /// As in Egypt and the Gulf.
    Common,
    /// As in Syria, Lebanon, Jordan, Palestine and Iraq.
    Levant,
    /// As in Algeria and Tunisia.
    Maghreb,
    /// As in Morocco.
    Morocco,
}

/// How the interface speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locale {
    /// Its language.
    pub language: Language,
    /// Its digits.
    pub digits: Digits,
    /// Its months.
    pub months: Months,
}

impl Locale {
    /// The locale of a name like `ar`, `ar_MA.UTF-8` or `en-GB`; none where it speaks neither language.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.split(['.', '@']).next().unwrap_or_default();
        let mut parts = name.split(['_', '-']);
        let language = match parts.next()? {
            "ar" => Language::Arabic,
            "en" => Language::English,
            _ => return None,
        };
        let region = parts.next_back().unwrap_or_default();
        let digits = match (language, region) {
            (Language::English, _) | (_, "MA" | "DZ" | "TN" | "LY" | "MR" | "EH" | "AE") => {
                Digits::Western
            }
            _ => Digits::Arabic,
        };
        let months = match region {
            "SY" | "LB" | "JO" | "PS" | "IQ" => Months::Levant,
            "DZ" | "TN" => Months::Maghreb,
            "MA" => Months::Morocco,
            _ => Months::Common,
        };
        Some(Self {
            language,
            digits,
            months,
        })
    }

    /// The locale where nothing says which.
    pub fn plain() -> Self {
        Self {
            language: Language::English,
            digits: Digits::Western,
            months: Months::Common,
        }
    }
}

impl Digits {
    /// A number in these digits.
    pub fn write(self, number: &str) -> String {
        match self {
            Self::Western => number.to_owned(),
            Self::Arabic => number
                .chars()
                .map(|c| match c.to_digit(10) {
                    Some(digit) => char::from_u32('٠' as u32 + digit).unwrap_or(c),
                    None => c,
                })
                .collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_region_chooses_digits_and_months() {
        let locale = |name| Locale::named(name).map(|l| (l.digits, l.months));
        assert_eq!(locale("ar"), Some((Digits::Arabic, Months::Common)));
        assert_eq!(
            locale("ar_LB.UTF-8"),
            Some((Digits::Arabic, Months::Levant))
        );
        assert_eq!(locale("ar-MA"), Some((Digits::Western, Months::Morocco)));
        assert_eq!(locale("en_EG"), Some((Digits::Western, Months::Common)));
        assert_eq!(locale("C.UTF-8"), None);
        assert_eq!(Digits::Arabic.write("17:05"), "١٧:٠٥");
    }
}
