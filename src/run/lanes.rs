//! Who answers questions, carries out orders and does long work?

use std::{
    any::Any,
    collections::VecDeque,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc,
        atomic::AtomicBool,
        mpsc::{self, Receiver, Sender},
    },
    thread::JoinHandle,
    time::{Duration, Instant},
};

use super::{Happening, spawn};
use crate::{
    app::{Effect, Job, Ordered, Progress, Slot},
    desk::{self, Desk, Event, Request, Source},
    error::Error,
};

/// Three threads with connections of their own.
pub struct Lanes {
    reads: Option<Sender<Question>>,
    writes: Option<Sender<Request>>,
    long: Option<Sender<Job>>,
    /// All of them, in the order in which they are waited for.
    threads: Vec<JoinHandle<()>>,
}

/// Makes a desk at the same library.
pub type NewDesk = Arc<dyn Fn() -> Desk + Send + Sync>;

type Question = (Slot, u64, Request);

/// Progress is told no more often.
const RARELY: Duration = Duration::from_millis(100);

impl Lanes {
    /// Lanes to a library, the first of which goes on with a desk that has been asked already;
    /// all they have to say goes to one channel.
    pub fn new(first: Desk, desk: NewDesk, sender: &Sender<Happening>) -> Self {
        let (reads, questions) = mpsc::channel();
        let (writes, orders) = mpsc::channel();
        let (long, jobs) = mpsc::channel();
        let (own, told) = (desk.clone(), sender.clone());
        let reader = spawn("lane reads", move || read(first, &own, &questions, &told));
        let (own, told) = (desk.clone(), sender.clone());
        let writer = spawn("lane writes", move || write(&own, &orders, &told));
        let told = sender.clone();
        let worker = spawn("lane long", move || work(&desk, &jobs, &told));
        Self {
            reads: Some(reads),
            writes: Some(writes),
            long: Some(long),
            threads: [reader, worker, writer].into_iter().flatten().collect(),
        }
    }

    /// Hands on what is for a lane.
    pub fn perform(&mut self, effect: Effect) {
        // a lane ends only with the program
        match effect {
            Effect::Ask(slot, number, request) => {
                if let Some(reads) = &self.reads {
                    drop(reads.send((slot, number, request)));
                }
            }
            Effect::Order(request) => {
                if let Some(writes) = &self.writes {
                    drop(writes.send(request));
                }
            }
            Effect::Start(job) => {
                if let Some(long) = &self.long {
                    drop(long.send(job));
                }
            }
            _ => {}
        }
    }

    /// Waits until all orders are carried out, and long work that nobody stopped. Who writes closes the library last, and so
    /// leaves no log beside it that the next start would have to read.
    pub fn close(&mut self) {
        self.reads = None;
        self.long = None;
        self.writes = None;
        for thread in self.threads.drain(..) {
            let _ = thread.join();
        }
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

/// Carries out orders, all of them, one after the other.
fn write(desk: &NewDesk, orders: &Receiver<Request>, told: &Sender<Happening>) {
    let mut own = desk();
    for request in orders {
        let ordered = Ordered::of(&request);
        let reply = careful(&mut own, desk, |own| desk::answer(own, request));
        // whoever does not listen any more still has the rest carried out
        let _ = told.send(Happening::Done(ordered, reply));
    }
}

/// Does long work, one after the other.
fn work(desk: &NewDesk, jobs: &Receiver<Job>, told: &Sender<Happening>) {
    for job in jobs {
        // the library is open no longer than the work lasts
        let mut own = desk();
        let mut ids = Vec::new();
        let (sources, opens) = match job {
            Job::Seeds => (vec![Source::Seeds], false),
            Job::Files(files) => (files.iter().map(|file| Source::named(file)).collect(), true),
        };
        let cancel = Arc::new(AtomicBool::new(false));
        let done = careful(&mut own, desk, |own| {
            let (start, mut last) = (Instant::now(), None::<Instant>);
            let mut count: u64 = 0;
            own.add(sources, false, &cancel, &mut |event| {
                match event {
                    Event::Stored(id, _) => {
                        count += 1;
                        if opens && ids.is_empty() {
                            ids.push(id);
                        }
                    }
                    Event::Failed(_, error) => drop(told.send(Happening::Failed(error))),
                }
                if last.is_none_or(|last| last.elapsed() > RARELY) {
                    last = Some(Instant::now());
                    let rate = count * 1000 / (start.elapsed().as_millis() as u64).max(1);
                    let going = Progress::Going(count, rate, Arc::clone(&cancel));
                    let _ = told.send(Happening::Progress(going));
                }
            })
        });
        if let Err(error) = done {
            let _ = told.send(Happening::Failed(error));
        }
        let _ = told.send(Happening::Progress(Progress::Ended(ids)));
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
