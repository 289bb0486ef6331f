//! Every statement on the tables of appointments.

pub mod bookings;
