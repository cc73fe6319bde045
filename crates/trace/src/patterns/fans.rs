//! Fan-out, fan-in and gather-scatter: how many different accounts within the window.

use super::Pattern;
use super::index::Side;
use super::raise::Finder;
use crate::transfers::Account;

pub(super) fn find(finder: &mut Finder) {
    for (side, pattern) in [(Side::Out, Pattern::FanOut), (Side::In, Pattern::FanIn)] {
        finder.accounts().for_each(|account| fan(finder, account, side, pattern));
        finder.settle();
    }
    let mut others = vec![0; finder.index.accounts()];
    finder.accounts().for_each(|account| gather_scatter(finder, account, &mut others));
    finder.settle();
}

/// Slides the window over what an account sends, or receives; windows that overlap are one fan.
fn fan(finder: &mut Finder, account: Account, side: Side, pattern: Pattern) {
    let places = finder.index.of(side, account).to_vec();
    let least = finder.options.fan_min;
    if (places.len() as u64) < u64::from(least) {
        return;
    }
    let mut window = Window::default();
    let mut run: Option<(usize, usize, u32)> = None;
    for end in 0..places.len() {
        window.take(finder.index.other(side, places[end]), &mut finder.counts);
        let since = finder.since(finder.index.row(places[end]));
        while finder.index.row(places[window.start]).time < since {
            window.drop_first(finder.index.other(side, places[window.start]), &mut finder.counts);
        }
        if window.different < least {
            continue;
        }
        run = Some(match run {
            Some((first, last, most)) if window.start <= last => {
                (first, end, most.max(window.different))
            }
            Some((first, last, most)) => {
                let all = places.len() as u32; // places are numbered by 32 bits
                finder.raise(pattern, account, &places[first..=last], (most, all));
                (window.start, end, window.different)
            }
            None => (window.start, end, window.different),
        });
    }
    if let Some((first, last, most)) = run {
        finder.raise(pattern, account, &places[first..=last], (most, places.len() as u32));
    }
    for place in &places[window.start..] {
        finder.counts[finder.index.other(side, *place).index()] = 0;
    }
}

/// Many come in within the window before a moment, and go to many within the window after it.
fn gather_scatter(finder: &mut Finder, account: Account, others: &mut [u32]) {
    let [ins, outs] = [Side::In, Side::Out].map(|side| finder.index.of(side, account).to_vec());
    let least = finder.options.fan_min;
    if ins.len().min(outs.len()) < least as usize {
        return;
    }
    let (mut gathered, mut scattered) = (Window::default(), Window::default());
    let (mut marked, mut marked_in, mut marked_out) = (Vec::new(), 0, 0);
    let (mut end, mut most) = (0, 0);
    for (at, place) in ins.iter().enumerate() {
        let row = finder.index.row(*place);
        gathered.take(row.from, &mut finder.counts);
        let since = finder.since(row);
        while finder.index.row(ins[gathered.start]).time < since {
            gathered.drop_first(finder.index.row(ins[gathered.start]).from, &mut finder.counts);
        }
        let until = row.time.saturating_add(finder.options.window);
        while end < outs.len() && finder.index.row(outs[end]).time <= until {
            scattered.take(finder.index.row(outs[end]).to, others);
            end += 1;
        }
        while scattered.start < end && outs[scattered.start] < *place {
            scattered.drop_first(finder.index.row(outs[scattered.start]).to, others);
        }
        if gathered.different < least || scattered.different < least {
            continue;
        }
        most = most.max(gathered.different + scattered.different);
        marked_in = marked_in.max(gathered.start);
        marked_out = marked_out.max(scattered.start);
        marked.extend_from_slice(&ins[marked_in..=at]);
        marked.extend_from_slice(&outs[marked_out..end.max(marked_out)]);
        (marked_in, marked_out) = (at + 1, end.max(marked_out));
    }
    ins[gathered.start..].iter().for_each(|place| {
        finder.counts[finder.index.row(*place).from.index()] = 0;
    });
    outs[scattered.start..end].iter().for_each(|place| {
        others[finder.index.row(*place).to.index()] = 0;
    });
    let all = (ins.len() + outs.len()) as u32; // two per transfer at most
    finder.raise_heaps(Pattern::GatherScatter, account, marked, (most, all));
}

/// A window over a list, and how many different accounts stand in it.
#[derive(Default)]
struct Window {
    start: usize,
    different: u32,
}

impl Window {
    fn take(&mut self, other: Account, counts: &mut [u32]) {
        counts[other.index()] += 1;
        self.different += u32::from(counts[other.index()] == 1);
    }

    fn drop_first(&mut self, other: Account, counts: &mut [u32]) {
        counts[other.index()] -= 1;
        self.different -= u32::from(counts[other.index()] == 0);
        self.start += 1;
    }
}
