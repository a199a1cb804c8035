//! Does the real program read in a real terminal's place? One file a theme; [`terminal`] is
//! the place.

mod arabic;
mod choice;
mod editor;
mod first;
mod home;
mod hostile;
mod index;
mod input;
mod kept;
mod killed;
mod kinds;
mod quiet;
mod related;
mod screen;
mod search;
mod served;
mod sizes;
mod stop;
mod terminal;
mod trouble;
mod ways_out;
