//! The nearest of many fixed points, exactly: a k-d tree over unit vectors, so that neither the
//! poles nor the date line need care and the nearest straight line is the nearest on the ground.

use crate::{Point, point::EARTH};

/// An index over fixed points. Points are known by their place in the list it was built from.
#[derive(Debug, Clone, Default)]
pub struct PointIndex {
    /// A balanced tree laid out in the slice: the middle is the root, halves are its children.
    nodes: Vec<Node>,
}

#[derive(Debug, Clone, Copy)]
struct Node {
    vector: [f64; 3],
    place: u32,
}

/// The best found so far: squared straight-line distance, then the lower place.
#[derive(Clone, Copy)]
struct Best {
    squared: f64,
    place: u32,
}

impl PointIndex {
    /// Builds the index, in n log² n time. Holds up to 4 billion points.
    pub fn new(points: &[Point]) -> PointIndex {
        let mut nodes: Vec<Node> =
            points.iter().zip(0u32..).map(|(point, place)| Node { vector: point.vector(), place }).collect();
        arrange(&mut nodes, 0);
        PointIndex { nodes }
    }

    /// The place of the nearest point and its distance in metres; of equals, the first listed.
    pub fn nearest(&self, point: Point) -> Option<(usize, f64)> {
        let mut best = Best { squared: f64::INFINITY, place: u32::MAX };
        search(&self.nodes, 0, &point.vector(), &mut best);
        (best.squared.is_finite()).then(|| (best.place as usize, metres(best.squared)))
    }

    /// Every point within this many metres, nearest first, equals in the order listed.
    pub fn within(&self, point: Point, limit: f64) -> Vec<(usize, f64)> {
        let mut found = Vec::new();
        gather(&self.nodes, 0, &point.vector(), squared_chord(limit), &mut found);
        found.sort_by(|a, b| a.squared.total_cmp(&b.squared).then(a.place.cmp(&b.place)));
        found.iter().map(|best| (best.place as usize, metres(best.squared))).collect()
    }
}

/// Sorts the slice so that its middle parts it along `axis`, and so on below.
fn arrange(nodes: &mut [Node], axis: usize) {
    if nodes.len() < 2 {
        return;
    }
    let middle = nodes.len() / 2;
    nodes.select_nth_unstable_by(middle, |a, b| a.vector[axis].total_cmp(&b.vector[axis]).then(a.place.cmp(&b.place)));
    let (low, high) = nodes.split_at_mut(middle);
    arrange(low, (axis + 1) % 3);
    arrange(&mut high[1..], (axis + 1) % 3);
}

fn search(nodes: &[Node], axis: usize, target: &[f64; 3], best: &mut Best) {
    let Some(root) = nodes.get(nodes.len() / 2) else {
        return;
    };
    let squared = squared_between(&root.vector, target);
    if squared < best.squared || (squared == best.squared && root.place < best.place) {
        *best = Best { squared, place: root.place };
    }
    let (low, high) = (&nodes[..nodes.len() / 2], &nodes[nodes.len() / 2 + 1..]);
    let gap = target[axis] - root.vector[axis];
    let (near, far) = if gap < 0.0 { (low, high) } else { (high, low) };
    search(near, (axis + 1) % 3, target, best);
    if gap * gap <= best.squared {
        search(far, (axis + 1) % 3, target, best);
    }
}

fn gather(nodes: &[Node], axis: usize, target: &[f64; 3], limit: f64, found: &mut Vec<Best>) {
    let Some(root) = nodes.get(nodes.len() / 2) else {
        return;
    };
    let squared = squared_between(&root.vector, target);
    if squared <= limit {
        found.push(Best { squared, place: root.place });
    }
    let gap = target[axis] - root.vector[axis];
    if gap <= 0.0 || gap * gap <= limit {
        gather(&nodes[..nodes.len() / 2], (axis + 1) % 3, target, limit, found);
    }
    if gap >= 0.0 || gap * gap <= limit {
        gather(&nodes[nodes.len() / 2 + 1..], (axis + 1) % 3, target, limit, found);
    }
}

fn squared_between(a: &[f64; 3], b: &[f64; 3]) -> f64 {
    (a[0] - b[0]).powi(2) + (a[1] - b[1]).powi(2) + (a[2] - b[2]).powi(2)
}

/// Metres along the ground for a squared straight line between unit vectors.
fn metres(squared: f64) -> f64 {
    2.0 * EARTH * (squared.sqrt() / 2.0).min(1.0).asin()
}

/// The squared straight line for metres along the ground.
fn squared_chord(metres: f64) -> f64 {
    let angle = (metres / EARTH).clamp(0.0, std::f64::consts::PI);
    (2.0 * (angle / 2.0).sin()).powi(2)
}
