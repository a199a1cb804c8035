//! Who answers questions, carries out orders and does long work?

mod index;
mod long;
mod read;
mod write;

use std::{
    any::Any,
    convert::Infallible,
    panic::{AssertUnwindSafe, catch_unwind},
    path::PathBuf,
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread::JoinHandle,
    time::Duration,
};

use super::{Happening, spawn};
use crate::{
    app::{Effect, Job, Slot},
    config,
    desk::Desk,
    error::Error,
};
use long::Switch;
use read::{Question, find, read};
use write::{Write, write};

/// Five threads with connections of their own. Dropped, they end: every order is carried
/// out, all else has a moment.
pub struct Lanes {
    reads: Option<Sender<Question>>,
    finding: Option<Sender<Question>>,
    writes: Option<Sender<Write>>,
    long: Option<Sender<(Job, Switch)>>,
    /// Closed, the index is followed no longer.
    index: Option<Sender<Infallible>>,
    /// Those of the jobs that may be stopped.
    switches: Vec<Arc<AtomicBool>>,
    /// Closed once all but the writer have ended.
    others: Receiver<Infallible>,
    writer: Option<JoinHandle<()>>,
}

/// Makes a desk at the same library.
pub type NewDesk = Arc<dyn Fn() -> Desk + Send + Sync>;

/// What a lane does until it is over.
type Work = Box<dyn FnOnce(&NewDesk, &Sender<Happening>) + Send>;

/// Progress is told no more often.
const RARELY: Duration = Duration::from_millis(100);

/// At the end all but the writer are waited for no longer. Work that was stopped needs it for
/// its commit; work that waits for a pipe would never come back.
const MOMENT: Duration = Duration::from_secs(1);

impl Lanes {
    /// Lanes to a library and to the file of the settings, the first of which goes on with a
    /// desk that has been asked already; all they have to say goes to one channel.
    pub fn new(
        first: Desk,
        desk: &NewDesk,
        settings: Option<PathBuf>,
        sender: &Sender<Happening>,
    ) -> Self {
        let spellings = settings.as_deref().map(config::spellings_beside);
        let (reads, questions) = mpsc::channel();
        let (finding, searches) = mpsc::channel();
        let (writes, orders) = mpsc::channel();
        let (long, jobs) = mpsc::channel();
        let (index, over) = mpsc::channel();
        let (alive, others) = mpsc::channel();
        let switch = Arc::new(AtomicBool::new(false));
        let stop = Arc::clone(&switch);
        let lane = |name, work: Work| {
            let (own, told, living) = (Arc::clone(desk), sender.clone(), alive.clone());
            let _ = spawn(name, move || {
                work(&own, &told);
                drop(living);
            });
        };
        lane(
            "lane reads",
            Box::new(move |desk, told| read(first, desk, &questions, told)),
        );
        lane(
            "lane finding",
            Box::new(move |desk, told| find(desk, spellings, &searches, told)),
        );
        lane(
            "lane long",
            Box::new(move |desk, told| long::work(desk, &jobs, told)),
        );
        lane(
            "lane index",
            Box::new(move |desk, told| index::follow(desk, &stop, &over, told)),
        );
        let (own, told) = (Arc::clone(desk), sender.clone());
        let writer = spawn("lane writes", move || {
            write(&own, settings.as_deref(), &orders, &told);
        });
        Self {
            reads: Some(reads),
            finding: Some(finding),
            writes: Some(writes),
            long: Some(long),
            index: Some(index),
            switches: vec![switch],
            others,
            writer: writer.ok(),
        }
    }

    /// Keeps what was chosen for a terminal.
    pub fn keep(&self, terminal: String, way: &'static str) {
        hand(self.writes.as_ref(), Write::Keep(terminal, way));
    }

    /// Hands on what is for a lane.
    pub fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Ask(slot, number, request) => {
                let lane = match slot {
                    Slot::Search | Slot::Related | Slot::Near | Slot::Story => &self.finding,
                    _ => &self.reads,
                };
                hand(lane.as_ref(), (slot, number, request));
            }
            Effect::Order(request) => hand(self.writes.as_ref(), Write::Order(request)),
            Effect::Save(key, value) => hand(self.writes.as_ref(), Write::Save(key, value)),
            // a first run that was cut short would have some of the bundled articles for ever
            Effect::Start(job @ (Job::Seeds | Job::Backup)) => {
                hand(self.long.as_ref(), (job, None));
            }
            Effect::Start(job) => {
                let switch = Arc::new(AtomicBool::new(false));
                self.switches.push(Arc::clone(&switch));
                hand(self.long.as_ref(), (job, Some(switch)));
            }
            _ => {}
        }
    }
}

impl Drop for Lanes {
    fn drop(&mut self) {
        self.reads = None;
        self.finding = None;
        self.long = None;
        for switch in &self.switches {
            switch.store(true, Ordering::Relaxed);
        }
        self.index = None;
        let _ = self.others.recv_timeout(MOMENT);
        // who writes closes the library last, and so leaves no log beside it that the next
        // start would have to read
        self.writes = None;
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}

/// Hands something to a lane, which ends only with the program.
fn hand<T>(lane: Option<&Sender<T>>, what: T) {
    if let Some(lane) = lane {
        let _ = lane.send(what);
    }
}

/// Work in which a panic is an error, after which the desk is another one.
pub fn careful<T>(
    own: &mut Desk,
    desk: &NewDesk,
    work: impl FnOnce(&mut Desk) -> Result<T, Error>,
) -> Result<T, Error> {
    match catch_unwind(AssertUnwindSafe(|| work(own))) {
        Ok(reply) => reply,
        Err(panic) => {
            *own = desk();
            Err(Error::Unforeseen(said(&panic)))
        }
    }
}

/// What a panic says.
fn said(panic: &Box<dyn Any + Send>) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use std::{fs, panic, thread};

    use super::*;
    use crate::desk::{Request, Source, View};

    #[test]
    fn orders_are_carried_out_and_settings_written_even_in_a_panic() {
        let room = tempfile::tempdir().unwrap();
        let (library, file) = (room.path().join("library"), room.path().join("config.toml"));
        let desk: NewDesk = {
            let library = library.clone();
            Arc::new(move || Desk::new(Some(library.clone()), "me".to_owned()))
        };
        let never = AtomicBool::new(false);
        desk()
            .add(vec![Source::Seeds], false, &never, &mut |_| {})
            .unwrap();
        let rows = desk()
            .order(&View::default(), &never)
            .unwrap()
            .unwrap()
            .rows;
        let (sender, happenings) = mpsc::channel();
        let mut lanes = Lanes::new(desk(), &desk, Some(file.clone()), &sender);
        let loop_of_another_thread = thread::spawn(move || {
            drop(happenings);
            lanes.perform(Effect::Order(Request::SetRead(rows, true)));
            for value in ["60", "61", "62"] {
                lanes.perform(Effect::Save("measure", value.to_owned()));
            }
            panic::resume_unwind(Box::new("the loop"));
        });
        assert!(loop_of_another_thread.join().is_err());
        assert_eq!(fs::read_to_string(file).unwrap(), "measure = 62\n");
        assert_eq!(desk().home(1).unwrap().state.unread, 0);
    }
}
