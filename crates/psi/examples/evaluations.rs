//! How many points a holder evaluates on one core, against what the curve allows.
//!
//! `cargo run --release -p liaison-psi --example evaluations -- 4000`

#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a measurement prints what it finds")]

use std::hint::black_box;
use std::time::Instant;

use curve25519_dalek::{RistrettoPoint, Scalar};
use liaison_psi::{Blinded, Filter, Identifier, Key, Kind, Question};
use rand::SeedableRng as _;
use rand::rngs::StdRng;

fn main() {
    let count: u32 = std::env::args().nth(1).map_or(4_000, |count| count.parse().unwrap());
    let mut random = StdRng::seed_from_u64(1);
    let key = Key::generate(&mut random);
    let inputs: Vec<Vec<u8>> = (0..count)
        .map(|number| Identifier::new(Kind::Phone, format!("+8550{number:08}")).input())
        .collect();
    let batch: Vec<Blinded> =
        inputs.iter().map(|input| Blinded::new(input, &mut random).unwrap()).collect();
    let question = Question::new(1, &batch).unwrap();

    let secret = Scalar::from_bytes_mod_order(*key.to_bytes());
    let point = RistrettoPoint::mul_base(&secret);
    let limit = rate(count, || {
        for _ in 0..count {
            black_box(black_box(point) * black_box(secret));
        }
    });
    let bytes = question.to_bytes();
    let answered = rate(count, || {
        let question = Question::from_bytes(black_box(&bytes)).unwrap();
        black_box(question.answer(&key, &mut StdRng::seed_from_u64(2)).unwrap().to_bytes());
    });
    let answer = question.answer(&key, &mut random).unwrap();
    let held: Vec<&[u8]> = inputs.iter().map(Vec::as_slice).collect();
    let mut filter = None;
    let built = rate(count, || filter = Filter::build(&key, &held, &mut random).ok());
    let filter = filter.unwrap();
    let asked = rate(count, || {
        let hits = answer.hits(&question, &batch, &key.public(), &filter).unwrap();
        assert!(hits.iter().all(|hit| *hit));
    });

    println!("measure                                   per second on one core");
    println!("multiplications of a point (the limit)    {limit:.0}");
    println!("evaluations, read, proved and written     {answered:.0}");
    println!("  share of the limit                      {:.0} %", 100.0 * answered / limit);
    println!("answers checked and looked up             {asked:.0}");
    println!("identifiers put into a filter             {built:.0}");
    let bits = filter.to_bytes().len() as f64 * 8.0 / f64::from(count);
    println!("bits of filter for each identifier        {bits:.1}");
}

fn rate(count: u32, mut run: impl FnMut()) -> f64 {
    let begun = Instant::now();
    run();
    f64::from(count) / begun.elapsed().as_secs_f64()
}
