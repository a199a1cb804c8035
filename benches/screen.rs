//! How fast is a screen made into what each terminal gets? `cargo bench --bench screen`

#[allow(dead_code, reason = "the other benches have their share of it")]
mod prose;

use divan::{Bencher, black_box};
use hashiya::{
    screen::{Depth, Manner, Palette, Row, Screen, Strategy},
    text::{Direction, Typesetter},
};
use ratatui_core::{buffer::Buffer, layout::Rect, style::Modifier};

const WIDTH: u16 = 200;
const HEIGHT: u16 = 60;

fn main() {
    divan::main();
}

/// A screen full of prose, from edge to edge.
fn full() -> Buffer {
    let mut buffer = Buffer::empty(Rect::new(0, 0, WIDTH, HEIGHT));
    let prose = prose::arabic(60_000).replace('\n', " ");
    let paragraph = Typesetter::default().set(&prose, Direction::Rtl, &[]);
    let rows = paragraph.wrap(usize::from(WIDTH));
    let cells = buffer.content.chunks_mut(usize::from(WIDTH));
    for (row, cells) in rows.iter().zip(cells) {
        for (at, cell) in row.order(&paragraph).iter().zip(cells) {
            cell.set_symbol(paragraph.cluster(*at as usize).face);
        }
    }
    buffer
}

fn names() -> impl Iterator<Item = &'static str> {
    Strategy::ALL.into_iter().map(Strategy::name)
}

fn manner(name: &str) -> Manner {
    Manner::plain(Strategy::named(name).expect("a strategy"))
}

/// All rows transformed, nothing else.
#[divan::bench(args = names())]
fn rows_transformed(bencher: Bencher, name: &str) {
    let buffer = full();
    let mut rows = vec![Row::default(); usize::from(HEIGHT)];
    bencher.bench_local(|| {
        let drawn = buffer.content.chunks(usize::from(WIDTH));
        for (row, cells) in rows.iter_mut().zip(drawn) {
            row.set(cells, manner(name), Palette::default(), Depth::True, false);
        }
        black_box(&mut rows);
    });
}

/// All rows transformed and compared; a cell of each is written.
#[divan::bench(args = names())]
fn a_cell_in_every_row(bencher: Bencher, name: &str) {
    let first = full();
    let mut second = first.clone();
    for y in 0..HEIGHT {
        second[(WIDTH / 2, y)].modifier = Modifier::REVERSED;
    }
    let mut screen = Screen::new(manner(name));
    screen.draw(&first, None);
    let mut turn = false;
    bencher.bench_local(|| {
        turn = !turn;
        let buffer = if turn { &second } else { &first };
        black_box(screen.draw(buffer, None).len())
    });
}

/// Nothing has changed: all rows are compared as they were drawn.
#[divan::bench]
fn the_same_again(bencher: Bencher) {
    let buffer = full();
    let mut screen = Screen::new(manner("visual"));
    screen.draw(&buffer, None);
    bencher.bench_local(|| black_box(screen.draw(&buffer, None).len()));
}

/// All rows transformed and written.
#[divan::bench(args = names())]
fn a_whole_frame(bencher: Bencher, name: &str) {
    let buffer = full();
    let mut screen = Screen::new(manner(name));
    bencher.bench_local(|| {
        screen.forget();
        black_box(screen.draw(&buffer, None).len())
    });
}
