//! Who answers questions, carries out orders and does long work?

use std::{
    any::Any,
    collections::VecDeque,
    convert::Infallible,
    panic::{AssertUnwindSafe, catch_unwind},
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use super::{Happening, outside, spawn};
use crate::{
    app::{Effect, Job, Ordered, Progress, Slot},
    desk::{self, Desk, Event, Request, Source},
    error::Error,
};

/// Three threads with connections of their own. Dropped, they end: every order is carried
/// out, all else has a moment.
pub struct Lanes {
    reads: Option<Sender<Question>>,
    writes: Option<Sender<Write>>,
    long: Option<Sender<(Job, Switch)>>,
    /// Those of the jobs that may be stopped.
    switches: Vec<Arc<AtomicBool>>,
    /// Closed once reads and long work have ended.
    others: Receiver<Infallible>,
    writer: Option<JoinHandle<()>>,
}

/// Makes a desk at the same library.
pub type NewDesk = Arc<dyn Fn() -> Desk + Send + Sync>;

type Question = (Slot, u64, Request);

/// Stops a job; none where it is always finished.
type Switch = Option<Arc<AtomicBool>>;

/// What is done in order, and whatever happens.
enum Write {
    Order(Request),
    /// A setting and its value.
    Save(&'static str, String),
}

/// Progress is told no more often.
const RARELY: Duration = Duration::from_millis(100);

/// At the end questions and long work are waited for no longer. Work that was stopped needs
/// it for its commit; work that waits for a pipe would never come back.
const MOMENT: Duration = Duration::from_secs(1);

impl Lanes {
    /// Lanes to a library and to the file of the settings, the first of which goes on with a
    /// desk that has been asked already; all they have to say goes to one channel.
    pub fn new(
        first: Desk,
        desk: NewDesk,
        settings: Option<PathBuf>,
        sender: &Sender<Happening>,
    ) -> Self {
        let (reads, questions) = mpsc::channel();
        let (writes, orders) = mpsc::channel();
        let (long, jobs) = mpsc::channel();
        let (alive, others) = mpsc::channel();
        let (own, told, living) = (desk.clone(), sender.clone(), alive.clone());
        let _ = spawn("lane reads", move || {
            read(first, &own, &questions, &told);
            drop(living);
        });
        let (own, told) = (desk.clone(), sender.clone());
        let writer = spawn("lane writes", move || {
            write(&own, settings.as_deref(), &orders, &told);
        });
        let told = sender.clone();
        let _ = spawn("lane long", move || {
            work(&desk, &jobs, &told);
            drop(alive);
        });
        Self {
            reads: Some(reads),
            writes: Some(writes),
            long: Some(long),
            switches: Vec::new(),
            others,
            writer: writer.ok(),
        }
    }

    /// Hands on what is for a lane.
    pub fn perform(&mut self, effect: Effect) {
        match effect {
            Effect::Ask(slot, number, request) => {
                hand(self.reads.as_ref(), (slot, number, request));
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
        self.long = None;
        for switch in &self.switches {
            switch.store(true, Ordering::Relaxed);
        }
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

/// Answers questions; of each slot only the newest.
fn read(mut own: Desk, desk: &NewDesk, questions: &Receiver<Question>, told: &Sender<Happening>) {
    let mut waiting: VecDeque<Question> = VecDeque::new();
    while let Some(question) = waiting.pop_front().or_else(|| questions.recv().ok()) {
        waiting.push_front(question);
        for newer in questions.try_iter() {
            waiting.retain(|(slot, ..)| *slot != newer.0);
            waiting.push_back(newer);
        }
        let Some((slot, number, request)) = waiting.pop_front() else {
            continue;
        };
        let reply = careful(&mut own, desk, |own| desk::answer(own, request));
        if told.send(Happening::Answer(slot, number, reply)).is_err() {
            return;
        }
    }
}

/// Carries out orders and writes settings, all of them, one after the other.
fn write(
    desk: &NewDesk,
    settings: Option<&Path>,
    orders: &Receiver<Write>,
    told: &Sender<Happening>,
) {
    let mut own = desk();
    for order in orders {
        let happening = match order {
            Write::Order(request) => {
                let ordered = Ordered::of(&request);
                let reply = careful(&mut own, desk, |own| desk::answer(own, request));
                Happening::Done(ordered, reply)
            }
            Write::Save(key, value) => {
                let saved = careful(&mut own, desk, |_| outside::save(settings, key, &value));
                let Err(error) = saved else { continue };
                Happening::Failed(error)
            }
        };
        // whoever does not listen any more still has the rest carried out
        let _ = told.send(happening);
    }
}

/// Does long work, one after the other.
fn work(desk: &NewDesk, jobs: &Receiver<(Job, Switch)>, told: &Sender<Happening>) {
    let never = AtomicBool::new(false);
    for (job, switch) in jobs {
        let cancel = switch.as_deref().unwrap_or(&never);
        if cancel.load(Ordering::Relaxed) {
            continue;
        }
        // the library is open no longer than the work lasts
        let mut own = desk();
        let mut opened = None;
        let (sources, opens) = match job {
            Job::Backup => {
                if let Err(error) = careful(&mut own, desk, Desk::backup_daily) {
                    let _ = told.send(Happening::Failed(error));
                }
                continue;
            }
            Job::Seeds => (vec![Source::Seeds], false),
            Job::Files(files) => (files.iter().map(|file| Source::named(file)).collect(), true),
        };
        let done = careful(&mut own, desk, |own| {
            let (start, mut last) = (Instant::now(), None::<Instant>);
            let mut count: u64 = 0;
            own.add(sources, false, cancel, &mut |event| {
                match event {
                    Event::Stored(id, _) => {
                        count += 1;
                        if opens && opened.is_none() {
                            opened = Some(id);
                        }
                    }
                    Event::Failed(_, error) => drop(told.send(Happening::Failed(error))),
                }
                if let Some(switch) = &switch
                    && last.is_none_or(|last| last.elapsed() > RARELY)
                {
                    last = Some(Instant::now());
                    let rate = count * 1000 / (start.elapsed().as_millis() as u64).max(1);
                    let going = Progress::Going(count, rate, Arc::clone(switch));
                    let _ = told.send(Happening::Progress(going));
                }
            })
        });
        if let Err(error) = done {
            let _ = told.send(Happening::Failed(error));
        }
        let _ = told.send(Happening::Progress(Progress::Ended(opened)));
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
    use crate::desk::View;

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
        let mut lanes = Lanes::new(desk(), desk.clone(), Some(file.clone()), &sender);
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
