//! Whole journeys as people go them, on both databases.

mod answered;
mod answers;
mod appointments;
mod behalf;
mod board;
mod contacts;
mod demo;
mod desk;
mod elsewhere;
mod evidence;
mod finding;
mod floor;
mod languages;
mod later;
mod linking;
mod live;
pub mod mail;
mod marked;
mod openings;
mod promises;
mod queue;
mod safe;
mod scope;
mod seventh;
mod street;
mod unproved;
