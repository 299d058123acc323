@echo off
rem Start the desk (no argument, or options first), or any other madoguchi command: run explain 003
rem Written for Windows; not yet tried there.
setlocal
cd /d "%~dp0"
set "STAMP=.venv\.runtime.stamp"
if not exist ".venv\Scripts\python.exe" (
  py -3.11 -m venv .venv 1>&2 || python -m venv .venv 1>&2 || (
    echo Python 3.11 or newer was not found. Install it from python.org and run this again. 1>&2
    exit /b 1
  )
)
fc /b "%STAMP%" requirements\runtime.txt >nul 2>&1 || (
  echo Setting up, once; this takes a few minutes... 1>&2
  .venv\Scripts\python.exe -m pip install --quiet --require-hashes -r requirements\uv.txt 1>&2 || exit /b 1
  .venv\Scripts\uv.exe pip install --quiet --python .venv\Scripts\python.exe --require-hashes -r requirements\runtime.txt 1>&2 || exit /b 1
  copy /y requirements\runtime.txt "%STAMP%" >nul
)
set "PYTHONPATH=%CD%\src"
set "PYTHONUTF8=1"
set "FIRST=%~1"
if "%FIRST%"=="" (.venv\Scripts\python.exe -m madoguchi desk & goto :eof)
if "%FIRST:~0,1%"=="-" (.venv\Scripts\python.exe -m madoguchi desk %* & goto :eof)
.venv\Scripts\python.exe -m madoguchi %*
