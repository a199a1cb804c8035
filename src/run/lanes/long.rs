//! Who does long work?

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
        mpsc::{Receiver, Sender},
    },
    time::Instant,
};

use super::{NewDesk, RARELY, careful};
use crate::{
    app::{Job, Progress},
    desk::{Desk, Event, Source},
    run::Happening,
};

/// Stops a job; none where it is always finished.
pub type Switch = Option<Arc<AtomicBool>>;

/// Does long work, one after the other.
pub fn work(desk: &NewDesk, jobs: &Receiver<(Job, Switch)>, told: &Sender<Happening>) {
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
