//! Whole journeys as people go them, on both databases.

mod answers;
mod contacts;
mod demo;
mod desk;
mod elsewhere;
mod evidence;
mod languages;
mod later;
mod promises;
mod seventh;
mod street;
