//! Whole journeys as people go them, on both databases.

mod street;
