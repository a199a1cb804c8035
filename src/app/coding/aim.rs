//! What will be tagged where nothing is selected? The clause around the cursor, shown before
//! it is tagged, and wider on request.

use crate::{
    app::{Reader, Span},
    text::{Cursor, Unit},
};

/// A unit of the text that is about to be tagged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aim {
    /// What it covers.
    pub span: Span,
    /// What it is.
    pub unit: Unit,
}

/// From narrow to wide.
const UNITS: [Unit; 3] = [Unit::Clause, Unit::Sentence, Unit::Paragraph];

impl Reader {
    /// Aims at the unit around the cursor; none where there is no text.
    pub(in crate::app) fn take_aim(&mut self, unit: Unit) -> Option<Aim> {
        self.aim = self.unit_here(unit);
        self.aim
    }

    /// Aims at the next wider unit; false where there is none.
    pub(in crate::app) fn widen(&mut self) -> bool {
        let Some(aim) = self.aim else { return false };
        let wider = UNITS.iter().skip_while(|unit| **unit != aim.unit).skip(1);
        for unit in wider {
            if let Some(wider) = self.unit_here(*unit)
                && wider.span != aim.span
            {
                self.aim = Some(wider);
                return true;
            }
        }
        false
    }

    fn unit_here(&mut self, unit: Unit) -> Option<Aim> {
        let block = self.cursor.block;
        self.paper.range(block)?;
        let bytes = self.paper.page.unit_at(self.cursor, unit)?;
        let text = &self.paper.page.source(block).text[bytes.clone()];
        let from = bytes.end - text.trim_start().len();
        let to = bytes.start + text.trim_end().len();
        let at = |byte| Cursor { block, byte };
        (from < to).then(|| Aim {
            span: Span {
                from: at(from),
                to: at(to),
            },
            unit,
        })
    }
}
