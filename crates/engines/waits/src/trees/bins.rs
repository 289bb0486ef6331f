//! Numbers sorted into at most 64 bins a column, so that a histogram of them is small.

/// The most bins of a column.
pub const BINS: usize = 64;

/// A table in bins.
#[derive(Debug, Clone)]
pub struct Bins {
    /// For each column the upper ends of all bins but the last.
    cuts: Vec<Vec<f32>>,
    /// The bin of each number, row by row.
    cells: Vec<u8>,
}

impl Bins {
    /// Bins with about as many rows each.
    pub fn of(rows: &[Vec<f32>]) -> Bins {
        let columns = rows.first().map_or(0, Vec::len);
        let cuts: Vec<Vec<f32>> =
            (0..columns).map(|column| cuts(rows.iter().map(|row| row[column]).collect())).collect();
        let mut cells = Vec::with_capacity(rows.len() * columns);
        for row in rows {
            cells.extend(row.iter().zip(&cuts).map(|(number, cuts)| cuts.partition_point(|cut| cut < number) as u8));
        }
        Bins { cuts, cells }
    }

    /// How many columns there are.
    pub fn columns(&self) -> usize {
        self.cuts.len()
    }

    /// The bins of a row.
    pub fn row(&self, row: u32) -> &[u8] {
        let begin = row as usize * self.cuts.len();
        &self.cells[begin..begin + self.cuts.len()]
    }

    /// The greatest number that falls into this bin of a column; the last bin has none.
    pub fn upper(&self, column: usize, bin: usize) -> f32 {
        self.cuts[column][bin]
    }

    /// How many bins a column has.
    pub fn count(&self, column: usize) -> usize {
        self.cuts[column].len() + 1
    }
}

fn cuts(mut numbers: Vec<f32>) -> Vec<f32> {
    numbers.sort_unstable_by(f32::total_cmp);
    let mut cuts: Vec<f32> = Vec::new();
    for bin in 1..BINS {
        let cut = numbers[(numbers.len() - 1) * bin / BINS];
        if cuts.last().is_none_or(|last| cut > *last) {
            cuts.push(cut);
        }
    }
    // A cut at the greatest number would leave nothing above it.
    if cuts.last() == numbers.last() {
        cuts.pop();
    }
    cuts
}
