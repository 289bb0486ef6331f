//! Growing one tree: the leaf whose split helps most is split first.

use super::Growth;
use super::bins::{BINS, Bins};

/// One tree. A node without children is a leaf.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tree {
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Copy, PartialEq, Default)]
struct Node {
    column: u16,
    /// Numbers up to this one go left.
    upper: f32,
    /// 0 in a leaf; the right child follows the left.
    left: u32,
    value: f64,
}

impl Tree {
    /// What it says of a row.
    pub fn answer(&self, row: &[f32]) -> f64 {
        let mut at = 0;
        loop {
            let node = &self.nodes[at];
            if node.left == 0 {
                return node.value;
            }
            at = node.left as usize + usize::from(row[usize::from(node.column)] > node.upper);
        }
    }

    /// Gives a leaf its value.
    pub fn set(&mut self, leaf: usize, value: f64) {
        self.nodes[leaf].value = value;
    }
}

#[derive(Clone, Copy, Default)]
struct Cell {
    slope: f32,
    weight: f32,
}

#[derive(Clone, Copy)]
struct Split {
    gain: f64,
    column: usize,
    bin: usize,
}

struct Leaf {
    node: usize,
    rows: Vec<u32>,
    cells: Vec<Cell>,
    best: Option<Split>,
}

/// Grows trees on one table.
pub struct Grower<'a> {
    bins: &'a Bins,
    growth: &'a Growth,
    /// Histograms that are free to be used again.
    spare: Vec<Vec<Cell>>,
}

impl<'a> Grower<'a> {
    /// On this table.
    pub fn new(bins: &'a Bins, growth: &'a Growth) -> Grower<'a> {
        Grower { bins, growth, spare: Vec::new() }
    }

    /// A tree that follows the slopes of these rows, and which rows are in each of its leaves.
    pub fn grow(
        &mut self,
        slopes: &[f32],
        weights: &[f64],
        rows: Vec<u32>,
        columns: &[usize],
    ) -> (Tree, Vec<(usize, Vec<u32>)>) {
        let mut tree = Tree { nodes: vec![Node::default()] };
        let cells = self.histogram(slopes, weights, &rows, columns);
        let best = self.best(&cells, columns);
        let mut leaves = vec![Leaf { node: 0, rows, cells, best }];
        while leaves.len() < self.growth.leaves {
            let gain = |leaf: &Leaf| leaf.best.map_or(0.0, |split| split.gain);
            let Some(at) = (0..leaves.len()).max_by(|a, b| gain(&leaves[*a]).total_cmp(&gain(&leaves[*b]))) else {
                break;
            };
            let Some(split) = leaves[at].best else { break };
            let leaf = leaves.swap_remove(at);
            let (left, right): (Vec<u32>, Vec<u32>) =
                leaf.rows.iter().partition(|row| usize::from(self.bins.row(**row)[split.column]) <= split.bin);
            let child = tree.nodes.len();
            let upper = self.bins.upper(split.column, split.bin);
            tree.nodes[leaf.node] = Node { column: split.column as u16, upper, left: child as u32, value: 0.0 };
            tree.nodes.extend([Node::default(); 2]);
            let (small, large) = if left.len() <= right.len() { (&left, &right) } else { (&right, &left) };
            debug_assert!(small.len() <= large.len());
            let counted = self.histogram(slopes, weights, small, columns);
            let mut rest = leaf.cells;
            for (cell, other) in rest.iter_mut().zip(&counted) {
                cell.slope -= other.slope;
                cell.weight -= other.weight;
            }
            let (left_cells, right_cells) = if left.len() <= right.len() { (counted, rest) } else { (rest, counted) };
            for (node, rows, cells) in [(child, left, left_cells), (child + 1, right, right_cells)] {
                let best = self.best(&cells, columns);
                leaves.push(Leaf { node, rows, cells, best });
            }
        }
        let mut told = Vec::with_capacity(leaves.len());
        for leaf in leaves {
            self.spare.push(leaf.cells);
            told.push((leaf.node, leaf.rows));
        }
        (tree, told)
    }

    fn histogram(&mut self, slopes: &[f32], weights: &[f64], rows: &[u32], columns: &[usize]) -> Vec<Cell> {
        let mut cells = self.spare.pop().unwrap_or_default();
        cells.clear();
        cells.resize(columns.len() * BINS, Cell::default());
        for row in rows {
            let (slope, weight) = (slopes[*row as usize], weights[*row as usize] as f32);
            let binned = self.bins.row(*row);
            for (place, column) in columns.iter().enumerate() {
                let cell = &mut cells[place * BINS + usize::from(binned[*column])];
                cell.slope += slope;
                cell.weight += weight;
            }
        }
        cells
    }

    /// The split that lessens the squared error most; nothing where none is allowed.
    fn best(&self, cells: &[Cell], columns: &[usize]) -> Option<Split> {
        let (ridge, least) = (self.growth.ridge, self.growth.least);
        let mut best: Option<Split> = None;
        for (place, column) in columns.iter().enumerate() {
            let cells = &cells[place * BINS..place * BINS + self.bins.count(*column)];
            let total = cells
                .iter()
                .fold((0.0, 0.0), |sum, cell| (sum.0 + f64::from(cell.slope), sum.1 + f64::from(cell.weight)));
            let before = total.0 * total.0 / (total.1 + ridge);
            let mut left = (0.0, 0.0);
            for (bin, cell) in cells[..cells.len() - 1].iter().enumerate() {
                left = (left.0 + f64::from(cell.slope), left.1 + f64::from(cell.weight));
                let right = (total.0 - left.0, total.1 - left.1);
                if left.1 < least || right.1 < least {
                    continue;
                }
                let gain = left.0 * left.0 / (left.1 + ridge) + right.0 * right.0 / (right.1 + ridge) - before;
                if gain > best.map_or(1e-9, |split| split.gain) {
                    best = Some(Split { gain, column: *column, bin });
                }
            }
        }
        best
    }
}
