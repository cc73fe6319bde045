//! Small dense linear algebra in place: the systems here have at most a few dozen unknowns and are
//! solved millions of times, so nothing is allocated.

/// Replaces the lower half of a symmetric matrix by its Cholesky factor; `false` where the matrix
/// is not positive definite.
pub(crate) fn cholesky(matrix: &mut [f64], size: usize) -> bool {
    for column in 0..size {
        let (above, below) = matrix.split_at_mut(column * size + size);
        let row = &mut above[column * size..];
        let diagonal = row[column] - row[..column].iter().map(|value| value * value).sum::<f64>();
        if diagonal.is_nan() || diagonal <= row[column] * SINGULAR {
            return false;
        }
        let root = diagonal.sqrt();
        row[column] = root;
        for other in below.chunks_exact_mut(size) {
            let dot: f64 = other[..column].iter().zip(&row[..column]).map(|(a, b)| a * b).sum();
            other[column] = (other[column] - dot) / root;
        }
    }
    true
}

/// Solves `L L' x = b` in place, given the factor `L`.
pub(crate) fn solve(factor: &[f64], size: usize, right: &mut [f64]) {
    for row in 0..size {
        let known: f64 =
            factor[row * size..row * size + row].iter().zip(&*right).map(|(a, b)| a * b).sum();
        right[row] = (right[row] - known) / factor[row * size + row];
    }
    for row in (0..size).rev() {
        let known: f64 =
            (row + 1..size).map(|below| factor[below * size + row] * right[below]).sum();
        right[row] = (right[row] - known) / factor[row * size + row];
    }
}

/// A basis of the vectors that every row turns into 0, one vector after the other.
///
/// The entries of our rows are 0 and 1, so elimination meets small whole numbers and the tolerance
/// is far from any of them.
pub(crate) fn null_space(mut rows: Vec<Vec<f64>>, columns: usize) -> Vec<Vec<f64>> {
    let mut pivots: Vec<usize> = Vec::new();
    for column in 0..columns {
        let done = pivots.len();
        let size = |row: &usize| rows[*row][column].abs();
        let Some(best) = (done..rows.len()).max_by(|a, b| size(a).total_cmp(&size(b))) else {
            break;
        };
        if rows[best][column].abs() < ZERO {
            continue;
        }
        rows.swap(done, best);
        let pivot = rows[done][column];
        rows[done].iter_mut().for_each(|value| *value /= pivot);
        let eliminated = rows[done].clone();
        for (at, row) in rows.iter_mut().enumerate() {
            let factor = row[column];
            if at != done && factor != 0.0 {
                row.iter_mut().zip(&eliminated).for_each(|(value, by)| *value -= factor * by);
            }
        }
        pivots.push(column);
    }
    let free = (0..columns).filter(|column| !pivots.contains(column));
    free.map(|free| {
        let mut vector = vec![0.0; columns];
        vector[free] = 1.0;
        pivots.iter().zip(&rows).for_each(|(pivot, row)| vector[*pivot] = -row[free]);
        vector
    })
    .collect()
}

/// Below this an entry of an elimination is 0.
pub(crate) const ZERO: f64 = 1e-9;
/// Share of the diagonal below which what is left of it is rounding.
const SINGULAR: f64 = 1e-13;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_matrix_that_is_not_definite_has_no_factor() {
        assert!(!cholesky(&mut [1.0, 1.0, 1.0, 1.0], 2));
        assert!(!cholesky(&mut [f64::NAN], 1));
    }

    #[test]
    fn the_null_space_of_a_sum_is_the_differences() {
        assert_eq!(null_space(vec![vec![1.0, 1.0]], 2), [[-1.0, 1.0]]);
        assert_eq!(null_space(Vec::new(), 1), [[1.0]]);
    }

    proptest! {
        #[test]
        fn a_solved_system_holds(values in prop::collection::vec(-3.0f64..3.0, 9), right in prop::array::uniform3(-5.0f64..5.0)) {
            let mut matrix = [0.0; 9];
            for row in 0..3 {
                for column in 0..3 {
                    let dot: f64 = (0..3).map(|k| values[row * 3 + k] * values[column * 3 + k]).sum();
                    matrix[row * 3 + column] = dot + if row == column { 0.5 } else { 0.0 };
                }
            }
            let (mut factor, mut solution) = (matrix, right);

            prop_assert!(cholesky(&mut factor, 3));
            solve(&factor, 3, &mut solution);

            for row in 0..3 {
                let left: f64 = (0..3).map(|k| matrix[row * 3 + k] * solution[k]).sum();
                prop_assert!((left - right[row]).abs() < 1e-8);
            }
        }
    }
}
