//! The one integration binary: every noun's journeys through the real router, and the rules of the house.

mod tidy;
