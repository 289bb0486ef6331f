//! What goes into and comes out of a statement: the same four column types on both databases.

use crate::error::{Error, Result};
use rusqlite::types::{ToSqlOutput, ValueRef};
use tokio_postgres::types::{IsNull, ToSql, Type, private::BytesMut};

/// One value of a column or parameter. Times are microseconds UTC, money is pence, booleans are 0 or 1, ids are blobs.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// SQL NULL.
    Null,
    /// INTEGER in SQLite, BIGINT in PostgreSQL.
    Int(i64),
    /// REAL in SQLite, DOUBLE PRECISION in PostgreSQL.
    Real(f64),
    /// TEXT, compared byte by byte on both.
    Text(String),
    /// BLOB in SQLite, BYTEA in PostgreSQL.
    Blob(Vec<u8>),
}

/// Makes the parameter list of a statement: `params![id, now, "open"]`.
#[macro_export]
macro_rules! params {
    ($($value:expr),* $(,)?) => { &[$($crate::db::Value::from($value)),*] };
}

macro_rules! into_value {
    ($($type:ty => $variant:ident, $convert:expr;)*) => {
        $(impl From<$type> for Value { fn from(v: $type) -> Self { Value::$variant($convert(v)) } })*
    };
}
into_value! {
    i64 => Int, |v| v;
    i32 => Int, i64::from;
    u32 => Int, i64::from;
    u16 => Int, i64::from;
    u8 => Int, i64::from;
    usize => Int, |v| v as i64;
    bool => Int, i64::from;
    f64 => Real, |v| v;
    String => Text, |v| v;
    &str => Text, str::to_owned;
    &String => Text, String::clone;
    Vec<u8> => Blob, |v| v;
    &[u8] => Blob, <[u8]>::to_vec;
    [u8; 32] => Blob, |v: [u8; 32]| v.to_vec();
    [u8; 16] => Blob, |v: [u8; 16]| v.to_vec();
}

impl<T> From<Option<T>> for Value
where
    Value: From<T>,
{
    fn from(v: Option<T>) -> Self {
        v.map_or(Value::Null, Value::from)
    }
}

/// A type that can be read from a column.
pub trait FromValue: Sized {
    /// Reads the value; the error names what sort was found instead, never the value: it may be personal.
    fn from_value(value: Value) -> Result<Self>;
}

fn mismatch<T>(wanted: &str, found: &Value) -> Result<T> {
    Err(Error::internal(format!("column is {}, wanted {wanted}", found.sort())))
}

macro_rules! from_value {
    ($($type:ty, $name:literal, $pattern:pat => $out:expr;)*) => {
        $(impl FromValue for $type {
            fn from_value(value: Value) -> Result<Self> {
                match value { $pattern => Ok($out), other => mismatch($name, &other) }
            }
        })*
    };
}
from_value! {
    i64, "an integer", Value::Int(v) => v;
    u32, "an integer", Value::Int(v) => u32::try_from(v).map_err(Error::internal)?;
    usize, "an integer", Value::Int(v) => usize::try_from(v).map_err(Error::internal)?;
    bool, "0 or 1", Value::Int(v) => v != 0;
    f64, "a real number", Value::Real(v) => v;
    String, "text", Value::Text(v) => v;
    Vec<u8>, "a blob", Value::Blob(v) => v;
}

impl<const N: usize> FromValue for [u8; N] {
    fn from_value(value: Value) -> Result<Self> {
        let bytes = Vec::<u8>::from_value(value)?;
        bytes.try_into().map_err(|b: Vec<u8>| Error::internal(format!("blob of {} bytes, wanted {N}", b.len())))
    }
}

impl<T: FromValue> FromValue for Option<T> {
    fn from_value(value: Value) -> Result<Self> {
        match value {
            Value::Null => Ok(None),
            other => T::from_value(other).map(Some),
        }
    }
}

/// One row of an answer, its columns in the order of the SELECT.
#[derive(Debug, Clone, PartialEq)]
pub struct Row(pub(crate) Vec<Value>);

impl Row {
    /// The column at `index`, counted from 0.
    pub fn get<T: FromValue>(&self, index: usize) -> Result<T> {
        match self.0.get(index) {
            Some(value) => T::from_value(value.clone()),
            None => Err(Error::internal(format!("row has {} columns, asked for column {index}", self.0.len()))),
        }
    }

    /// Hands the columns out one after the other, without copying them.
    pub fn columns(self) -> Columns {
        Columns(self.0.into_iter())
    }
}

/// The columns of a row, taken from left to right.
#[derive(Debug)]
pub struct Columns(std::vec::IntoIter<Value>);

impl Columns {
    /// The next column.
    pub fn take<T: FromValue>(&mut self) -> Result<T> {
        match self.0.next() {
            Some(value) => T::from_value(value),
            None => Err(Error::internal("row has no further column")),
        }
    }
}

impl rusqlite::ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Int(v) => ValueRef::Integer(*v),
            Value::Real(v) => ValueRef::Real(*v),
            Value::Text(v) => ValueRef::Text(v.as_bytes()),
            Value::Blob(v) => ValueRef::Blob(v),
        }))
    }
}

impl Value {
    /// What sort of value this is, for errors.
    fn sort(&self) -> &'static str {
        match self {
            Value::Null => "NULL",
            Value::Int(_) => "an integer",
            Value::Real(_) => "a real number",
            Value::Text(_) => "text",
            Value::Blob(_) => "a blob",
        }
    }

    pub(crate) fn from_sqlite(value: ValueRef<'_>) -> Result<Value> {
        Ok(match value {
            ValueRef::Null => Value::Null,
            ValueRef::Integer(v) => Value::Int(v),
            ValueRef::Real(v) => Value::Real(v),
            ValueRef::Text(v) => Value::Text(String::from_utf8(v.to_vec()).map_err(Error::internal)?),
            ValueRef::Blob(v) => Value::Blob(v.to_vec()),
        })
    }

    pub(crate) fn from_postgres(row: &tokio_postgres::Row, index: usize) -> Result<Value> {
        let kind = row.columns()[index].type_();
        Ok(match *kind {
            Type::INT8 => Value::from(row.try_get::<_, Option<i64>>(index)?),
            Type::INT4 => Value::from(row.try_get::<_, Option<i32>>(index)?),
            Type::BOOL => Value::from(row.try_get::<_, Option<bool>>(index)?),
            Type::FLOAT8 => Value::from(row.try_get::<_, Option<f64>>(index)?),
            Type::BYTEA => Value::from(row.try_get::<_, Option<Vec<u8>>>(index)?),
            Type::TEXT | Type::VARCHAR | Type::NAME => Value::from(row.try_get::<_, Option<String>>(index)?),
            ref other => {
                return Err(Error::internal(format!("column of type {other} is outside the four column types")));
            }
        })
    }
}

impl ToSql for Value {
    fn to_sql(&self, kind: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn std::error::Error + Sync + Send>> {
        match (self, kind) {
            (Value::Null, _) => Ok(IsNull::Yes),
            (Value::Int(v), &Type::INT8) => v.to_sql(kind, out),
            (Value::Int(v), &Type::INT4) => i32::try_from(*v)?.to_sql(kind, out),
            (Value::Int(v), &Type::FLOAT8) => (*v as f64).to_sql(kind, out),
            (Value::Int(v), &Type::BOOL) => (*v != 0).to_sql(kind, out),
            (Value::Real(v), &Type::FLOAT8) => v.to_sql(kind, out),
            (Value::Text(v), &(Type::TEXT | Type::VARCHAR | Type::NAME | Type::UNKNOWN)) => v.to_sql(kind, out),
            (Value::Blob(v), &Type::BYTEA) => v.to_sql(kind, out),
            _ => Err(format!("cannot send {} as {kind}", self.sort()).into()),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    tokio_postgres::types::to_sql_checked!();
}
