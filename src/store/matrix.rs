//! How often is each tag borne in the articles of each source?

use std::sync::atomic::AtomicBool;

use super::{Store, passages::Wanted, rows::ByRow, sieve::Pass};
use crate::{error::Error, passage::TagId};

impl Store {
    /// How many of the wanted passages bear a tag in articles of a source: in the order of the
    /// codebook and then of the sources' letters, articles without one first. What is never
    /// borne is left out.
    pub fn matrix(&self, wanted: &Wanted) -> Result<Vec<(TagId, Option<String>, u32)>, Error> {
        self.at_once(|| {
            let never = AtomicBool::new(false);
            let (names, sources) = self.sources()?;
            let mut own: ByRow<u32> = ByRow::default();
            let Some(sieve) = self.sieve(wanted, &never)? else {
                return Ok(Vec::new());
            };
            self.sift(&sieve, Pass::Place, &never, |one| {
                own.extend(sources.get(&one.article).map(|source| (one.row, *source)));
            })?;
            let tags = self.ranked_tags()?;
            let mut borne: Vec<(u32, u32, i64)> = Vec::new();
            self.each_borne(&never, |tag, passage| {
                if let (Some((rank, _)), Some(source)) = (tags.get(&tag), own.get(&passage)) {
                    borne.push((*rank, *source, tag));
                }
            })?;
            borne.sort_unstable();
            let cells = borne.chunk_by(|one, other| one == other);
            let counted = cells.filter_map(|cell| {
                let (_, source, tag) = cell[0];
                let id = tags.get(&tag)?.1.clone();
                Some((id, names[source as usize].clone(), cell.len() as u32))
            });
            Ok(counted.collect())
        })
    }

    /// The sources in the order of their letters, before them that there is none, and which of
    /// them each article has.
    fn sources(&self) -> Result<(Vec<Option<String>>, ByRow<u32>), Error> {
        let mut names: Vec<Option<String>> = Vec::new();
        let mut sources = ByRow::default();
        let mut statement = self
            .db
            .prepare_cached("SELECT row, source FROM article WHERE removed IS NULL ORDER BY source")
            .map_err(self.fault())?;
        let mut passing = statement.query([]).map_err(self.fault())?;
        while let Some(row) = passing.next().map_err(self.fault())? {
            let read = |column| row.get_ref(column);
            let source = read(1).and_then(|source| Ok(source.as_str_or_null()?));
            let source = source.map_err(self.fault())?;
            if names.last().is_none_or(|last| last.as_deref() != source) {
                names.push(source.map(str::to_owned));
            }
            let row = row.get(0).map_err(self.fault())?;
            sources.insert(row, names.len() as u32 - 1);
        }
        Ok((names, sources))
    }
}
