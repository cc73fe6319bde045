//! The vectors of RFC 9497, and the library `voprf` as the oracle.

use std::collections::BTreeMap;

use proptest::prelude::*;
use rand::SeedableRng as _;
use rand::rngs::StdRng;
use voprf::{Ristretto255, VoprfServer};

use super::*;

/// The sections of the RFC's appendix: values by name.
fn vectors() -> Vec<(Mode, BTreeMap<&'static str, &'static str>)> {
    let mut sections = Vec::new();
    let mut mode = (Mode::Oprf, BTreeMap::new());
    for section in include_str!("rfc9497.txt").split("\n\n").skip(1) {
        let mut lines = section.lines();
        let title = lines.next().unwrap();
        let values: BTreeMap<_, _> = lines.map(|line| line.split_once(' ').unwrap()).collect();
        if title.ends_with("Mode") {
            mode.0 = if title.contains("VOPRF") { Mode::Voprf } else { Mode::Oprf };
            mode.1 = values;
        } else {
            let all = mode.1.clone().into_iter().chain(values);
            sections.push((mode.0, all.collect()));
        }
    }
    sections
}

fn bytes(text: &str) -> Vec<Vec<u8>> {
    text.split(',').map(|one| hex::decode(one).unwrap()).collect()
}

fn one<const N: usize>(text: &str) -> [u8; N] {
    hex::decode(text).unwrap().try_into().unwrap()
}

fn elements(text: &str) -> Vec<Element> {
    let element = |bytes: Vec<u8>| Element::from_bytes(bytes.try_into().unwrap()).unwrap();
    bytes(text).into_iter().map(element).collect()
}

#[test]
fn the_vectors_of_the_rfc_pass() {
    let vectors = vectors();
    assert_eq!(vectors.len(), 5);
    for (mode, vector) in vectors {
        let info = hex::decode(vector["KeyInfo"]).unwrap();
        let secret = derive_scalar(mode, &one(vector["Seed"]), &info).unwrap();
        assert_eq!(secret.to_bytes(), one::<32>(vector["skSm"]));
        let blinds = bytes(vector["Blind"]).into_iter().map(|b| b.try_into().unwrap());
        let blinds = blinds.map(|blind: [u8; 32]| read_scalar(&blind).unwrap());
        let inputs = bytes(vector["Input"]);
        let batch: Vec<Blinded> =
            inputs.iter().zip(blinds).map(|(i, b)| Blinded::with(mode, i, b).unwrap()).collect();
        let blinded: Vec<Element> = batch.iter().map(Blinded::element).collect();
        assert_eq!(blinded, elements(vector["BlindedElement"]));

        let key = Key::from_bytes(&secret.to_bytes()).unwrap();
        let nonce = vector.get("ProofRandomScalar").map_or([1; 32], |nonce| one(nonce));
        let (evaluated, proof) =
            key.evaluate_with(&blinded, Scalar::from_bytes_mod_order(nonce)).unwrap();
        assert_eq!(evaluated, elements(vector["EvaluationElement"]));

        let outputs: Vec<Vec<u8>> = match mode {
            Mode::Oprf => {
                let unblind = |(b, e): (&Blinded, &Element)| b.unblind(e).unwrap().to_vec();
                batch.iter().zip(&evaluated).map(unblind).collect()
            }
            Mode::Voprf => {
                assert_eq!(key.public().to_bytes(), one::<32>(vector["pkSm"]));
                assert_eq!(proof.to_bytes(), one::<64>(vector["Proof"]));
                let outputs = Blinded::finalize(&batch, &evaluated, &proof, &key.public()).unwrap();
                let inputs: Vec<&[u8]> = inputs.iter().map(Vec::as_slice).collect();
                assert_eq!(key.outputs(&inputs).unwrap(), outputs);
                outputs.into_iter().map(|output| output.to_vec()).collect()
            }
        };
        assert_eq!(outputs, bytes(vector["Output"]));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_library_gives_the_same_outputs(seed: [u8; 32], info: Vec<u8>, input: Vec<u8>) {
        let key = Key::derive(&seed, &info).unwrap();
        let library = VoprfServer::<Ristretto255>::new_from_seed(&seed, &info).unwrap();

        prop_assert_eq!(key.outputs(&[&input]).unwrap()[0].to_vec(), library.evaluate(&input).unwrap().to_vec());
    }

    #[test]
    fn the_library_takes_our_proofs(seed: [u8; 32], inputs in prop::collection::vec(any::<[u8; 9]>(), 1..6)) {
        use voprf::{BlindedElement, EvaluationElement, Proof as TheirProof, VoprfClient};
        let mut random = StdRng::from_seed(seed);
        let key = Key::generate(&mut random);
        let batch: Vec<Blinded> = inputs.iter().map(|i| Blinded::new(i, &mut random).unwrap()).collect();
        let blinded: Vec<Element> = batch.iter().map(Blinded::element).collect();
        let (evaluated, proof) = key.evaluate(&blinded, &mut random).unwrap();

        let clients: Vec<_> = batch.iter().map(|blinded| {
            let element = BlindedElement::<Ristretto255>::deserialize(&blinded.element.0).unwrap();
            let both = [&blinded.blind.to_bytes()[..], &element.serialize()].concat();
            VoprfClient::<Ristretto255>::deserialize(&both).unwrap()
        }).collect();
        let theirs: Vec<_> = evaluated.iter().map(|e| EvaluationElement::deserialize(&e.0).unwrap()).collect();
        let library = VoprfServer::<Ristretto255>::new_with_key(&*key.to_bytes()).unwrap();
        let taken: Vec<_> = VoprfClient::batch_finalize(
            &inputs.iter().map(|i| &i[..]).collect::<Vec<_>>(), &clients, &theirs,
            &TheirProof::deserialize(&proof.to_bytes()).unwrap(), library.get_public_key(),
        ).unwrap().collect::<Result<_, _>>().unwrap();

        let ours = Blinded::finalize(&batch, &evaluated, &proof, &key.public()).unwrap();
        for (theirs, ours) in taken.iter().zip(&ours) {
            prop_assert_eq!(theirs.as_slice(), &ours[..]);
        }
    }

    #[test]
    fn any_proof_but_the_right_one_is_refused(proof in any::<[u8; 32]>(), second in any::<[u8; 32]>()) {
        let mut random = StdRng::seed_from_u64(4);
        let key = Key::generate(&mut random);
        let batch = [Blinded::new(b"a", &mut random).unwrap()];
        let (evaluated, _) = key.evaluate(&[batch[0].element()], &mut random).unwrap();
        let mut both = [0; 64];
        both[..32].copy_from_slice(&proof);
        both[32..].copy_from_slice(&second);

        let taken = Blinded::finalize(&batch, &evaluated, &Proof::from_bytes(both), &key.public());
        prop_assert!(matches!(taken, Err(PsiError::Proof | PsiError::Scalar)));
    }
}

#[test]
fn a_key_comes_back_from_its_bytes_and_zero_is_none() {
    let key = Key::generate(&mut StdRng::seed_from_u64(1));

    assert_eq!(Key::from_bytes(&key.to_bytes()).unwrap().public(), key.public());
    for bad in [[0; 32], [0xff; 32]] {
        assert_eq!(Key::from_bytes(&bad).map(drop), Err(PsiError::Scalar));
    }
}

#[test]
fn no_points_and_too_many_are_refused() {
    let key = Key::generate(&mut StdRng::seed_from_u64(2));
    let many = vec![key.public().0; ELEMENTS_MAX + 1];

    for wrong in [&many[..0], &many] {
        let refused = key.evaluate_with(wrong, Scalar::ONE).map(drop);
        assert_eq!(refused, Err(PsiError::Count { count: wrong.len() }));
    }
}
