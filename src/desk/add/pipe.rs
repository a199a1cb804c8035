//! How do reading, preparing and writing go on at the same time, in order and within bounds?
//!
//! The reader cuts batches. Each goes to the first core that is free, and the promise of its
//! result goes into a queue that the writer empties in order. The reader waits when too many
//! bytes are under way.

use std::{
    num::NonZero,
    ops::ControlFlow,
    path::PathBuf,
    sync::{
        Condvar, Mutex, PoisonError,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, SyncSender, sync_channel},
    },
    thread,
    time::Instant,
};

use super::source::{Document, Item, Source, each};
use crate::{
    error::Error,
    import::{Refusal, read},
    store::{Packer, Prepared},
};

/// A batch is cut at so many documents,
const COUNT: usize = 64;

/// or so many bytes.
const BYTES: usize = 256 << 10;

/// So many bytes of documents are under way at most, or one document.
const UNDER_WAY: usize = 64 << 20;

/// What comes out, in the order of the sources.
pub enum Ready {
    /// A document to be stored.
    Document(Box<Prepared>),
    /// What could not be read, and why.
    Failed(String, Error),
    /// A file met on a walk that is no text.
    Skipped,
    /// The end of a source, with its path if it is a directory.
    End(Option<PathBuf>),
}

/// What goes in.
enum Task {
    Item(Item),
    End(Option<PathBuf>),
}

/// Tasks, and how many bytes they hold.
type Batch = (Vec<Task>, usize);
/// What became of a batch, and how many bytes it held.
type Done = (Vec<Ready>, usize);
type Job = (Batch, SyncSender<Done>);

/// Hands out what is ready next; waits for it to the end, or until a moment.
pub type Next<'a> = dyn FnMut(Option<Instant>) -> Option<Ready> + 'a;

/// Runs the sources through `write`, which asks for what is next until it gets none.
pub fn run(
    sources: Vec<Source>,
    cancel: &AtomicBool,
    write: impl FnOnce(&mut Next<'_>) -> Result<(), Error>,
) -> Result<(), Error> {
    let cores = thread::available_parallelism().map_or(1, NonZero::get);
    let (to_cores, batches) = sync_channel(cores);
    let (to_writer, promises) = sync_channel::<Receiver<Done>>(2 * cores);
    let batches = Mutex::new(batches);
    let load = Load::default();
    thread::scope(|scope| {
        for _ in 0..cores {
            scope.spawn(|| prepare(&batches));
        }
        let load = &load;
        scope.spawn(move || {
            let mut cutter = Cutter {
                batch: (Vec::with_capacity(COUNT), 0),
                to_cores,
                to_writer,
                load,
            };
            let _ = cutter.cut(sources, cancel);
        });
        let mut current = Vec::new().into_iter();
        let mut held = 0;
        let mut promise = None;
        let written = write(&mut |until| {
            loop {
                if let Some(ready) = current.next() {
                    return Some(ready);
                }
                load.give(std::mem::take(&mut held));
                if promise.is_none() {
                    promise = Some(wait(&promises, until)?);
                }
                let (batch, bytes) = wait(promise.as_ref()?, until)?;
                promise = None;
                current = batch.into_iter();
                held = bytes;
            }
        });
        // whoever still waits to hand something on is let go
        load.give(held);
        load.open();
        drop(promises);
        written
    })
}

fn wait<T>(queue: &Receiver<T>, until: Option<Instant>) -> Option<T> {
    match until {
        None => queue.recv().ok(),
        Some(moment) => {
            let left = moment.saturating_duration_since(Instant::now());
            queue.recv_timeout(left).ok()
        }
    }
}

fn prepare(batches: &Mutex<Receiver<Job>>) {
    let mut packer = Packer::default();
    loop {
        let next = batches
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .recv();
        let Ok(((tasks, bytes), promise)) = next else {
            return;
        };
        let ready = tasks.into_iter().map(|t| ready(t, &mut packer)).collect();
        // the writer may have given up
        let _ = promise.send((ready, bytes));
    }
}

fn ready(task: Task, packer: &mut Packer) -> Ready {
    let document = match task {
        Task::Item(Item::Document(document)) => document,
        Task::Item(Item::Failed(source, error)) => return Ready::Failed(source, error),
        Task::Item(Item::End) => return Ready::Skipped,
        Task::End(directory) => return Ready::End(directory),
    };
    let name = document.origin.name.as_deref();
    match read(&document.bytes, document.form, name) {
        Ok(reading) => Ready::Document(Box::new(packer.prepare(
            reading.article,
            &reading.flaws,
            document.origin,
            &document.bytes,
        ))),
        Err(Refusal::Empty | Refusal::Binary) if document.walked => Ready::Skipped,
        Err(refusal) => Ready::Failed(document.file.clone(), document.refused(refusal)),
    }
}

struct Cutter<'a> {
    batch: Batch,
    to_cores: SyncSender<Job>,
    to_writer: SyncSender<Receiver<Done>>,
    load: &'a Load,
}

impl Cutter<'_> {
    fn cut(&mut self, sources: Vec<Source>, cancel: &AtomicBool) -> ControlFlow<()> {
        for source in sources {
            each(&source, &mut |item| {
                if cancel.load(Ordering::Relaxed) {
                    return ControlFlow::Break(());
                }
                match item {
                    Item::End => ControlFlow::Continue(()),
                    item => self.push(Task::Item(item)),
                }
            })?;
            let directory = match source {
                Source::Path(path) if path.is_dir() => Some(path),
                _ => None,
            };
            self.push(Task::End(directory))?;
        }
        self.send()
    }

    fn push(&mut self, task: Task) -> ControlFlow<()> {
        if let Task::Item(Item::Document(Document { bytes, .. })) = &task {
            self.batch.1 += bytes.len();
        }
        self.batch.0.push(task);
        if self.batch.0.len() >= COUNT || self.batch.1 >= BYTES {
            return self.send();
        }
        ControlFlow::Continue(())
    }

    fn send(&mut self) -> ControlFlow<()> {
        let batch = std::mem::replace(&mut self.batch, (Vec::with_capacity(COUNT), 0));
        self.load.take(batch.1);
        let (done, promise) = sync_channel(1);
        let sent =
            self.to_writer.send(promise).is_ok() && self.to_cores.send((batch, done)).is_ok();
        if sent {
            ControlFlow::Continue(())
        } else {
            ControlFlow::Break(())
        }
    }
}

/// The bytes under way.
#[derive(Default)]
struct Load {
    bytes: Mutex<usize>,
    less: Condvar,
    open: AtomicBool,
}

impl Load {
    /// Waits until so many more may be under way.
    fn take(&self, bytes: usize) {
        let under_way = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        let mut under_way = self
            .less
            .wait_while(under_way, |held| {
                *held > 0 && *held + bytes > UNDER_WAY && !self.open.load(Ordering::Relaxed)
            })
            .unwrap_or_else(PoisonError::into_inner);
        *under_way += bytes;
    }

    fn give(&self, bytes: usize) {
        *self.bytes.lock().unwrap_or_else(PoisonError::into_inner) -= bytes;
        self.less.notify_one();
    }

    /// No bound holds any more.
    fn open(&self) {
        let _held = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        self.open.store(true, Ordering::Relaxed);
        self.less.notify_one();
    }
}
