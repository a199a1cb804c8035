//! What does a line of the log hold of a change of passages, tags and sheets?
//!
//! Two traces, what was and what is; by sort and id the image of each thing, null where there
//! is none. Of a thing that is there before and after, only what differs.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer, ser::SerializeMap};
use serde_json::Value;

use super::{
    Subject,
    bond::Bond,
    image::{Bare, Image},
    ledger::{Changes, Ends},
};
use crate::passage::{Sheet, Tag, TagId};

/// One end of a change, as it is written.
#[derive(Serialize)]
pub(super) struct Trace<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    of: Option<&'a Subject>,
    #[serde(skip_serializing_if = "End::is_empty")]
    tag: End<'a, Tag>,
    #[serde(skip_serializing_if = "End::is_empty")]
    passage: End<'a, Bare>,
    #[serde(skip_serializing_if = "End::is_empty")]
    tags: End<'a, Vec<TagId>>,
    #[serde(skip_serializing_if = "End::is_empty")]
    sheet: End<'a, Sheet>,
    #[serde(skip_serializing_if = "End::is_empty")]
    bond: End<'a, Bond>,
}

/// One end of a change, as it is read back.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Traced {
    pub(super) tag: BTreeMap<String, Value>,
    pub(super) passage: BTreeMap<String, Value>,
    pub(super) tags: BTreeMap<String, Value>,
    pub(super) sheet: BTreeMap<String, Value>,
    pub(super) bond: BTreeMap<String, Value>,
}

/// Of an end what it was a change of.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Named {
    pub(super) of: Subject,
}

struct End<'a, T> {
    ends: &'a Ends<T>,
    after: bool,
}

impl<'a> Trace<'a> {
    /// What was.
    pub(super) fn before(changes: &'a Changes) -> Self {
        Self::new(changes, None)
    }

    /// What is.
    pub(super) fn after(changes: &'a Changes, subject: &'a Subject) -> Self {
        Self::new(changes, Some(subject))
    }

    fn new(changes: &'a Changes, of: Option<&'a Subject>) -> Self {
        let after = of.is_some();
        Self {
            of,
            tag: End {
                ends: &changes.tag,
                after,
            },
            passage: End {
                ends: &changes.passage,
                after,
            },
            tags: End {
                ends: &changes.tags,
                after,
            },
            sheet: End {
                ends: &changes.sheet,
                after,
            },
            bond: End {
                ends: &changes.bond,
                after,
            },
        }
    }
}

impl<T> End<'_, T> {
    fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

impl<T: Serialize> Serialize for End<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.ends.len()))?;
        for (id, (before, after)) in self.ends {
            let (own, other) = if self.after {
                (after, before)
            } else {
                (before, after)
            };
            let mut own = plain(own);
            if let (Value::Object(own), Value::Object(other)) = (&mut own, plain(other)) {
                own.retain(|part, value| other.get(part) != Some(value));
            }
            map.serialize_entry(id, &own)?;
        }
        map.end()
    }
}

/// Whether a thing is as a trace says.
pub(super) fn is_so<T: Image>(thing: Option<&T>, traced: &Value) -> bool {
    match (plain(&thing), traced) {
        (Value::Object(own), Value::Object(traced)) => traced
            .iter()
            .all(|(part, value)| own.get(part) == Some(value)),
        (own, traced) => own == *traced,
    }
}

/// A thing as a trace says it shall be; what the trace is silent on stays.
pub(super) fn made_so<T: Image>(
    thing: Option<&T>,
    traced: &Value,
) -> Result<Option<T>, serde_json::Error> {
    let mut own = plain(&thing);
    match (&mut own, traced) {
        (Value::Object(own), Value::Object(traced)) => {
            own.extend(
                traced
                    .iter()
                    .map(|(part, value)| (part.clone(), value.clone())),
            );
        }
        (own, traced) => own.clone_from(traced),
    }
    serde_json::from_value(own)
}

fn plain(data: &impl Serialize) -> Value {
    serde_json::to_value(data).expect("plain data has a JSON form")
}
