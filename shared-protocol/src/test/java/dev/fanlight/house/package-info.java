/** The rules that every module keeps, each in one place: the modules' own architecture tests take them from here. */
package dev.fanlight.house;
