@echo off
rem Starts Batik Studio; installs it first, for this user, from this folder and without a network.
rem Arguments go to the program:  start.bat formats --json
setlocal EnableExtensions
set "PARTS=%~dp0parts"
set "PROGRAM=%LOCALAPPDATA%\batikstudio\program"
set "PYTHONPATH="
set "PYTHONHOME="

fc /b "%PARTS%\bundle.id" "%PROGRAM%\ready" >nul 2>&1
if not errorlevel 1 goto start

set "FOUND="
for /f "usebackq" %%v in ("%PARTS%\pythons.txt") do call :try py -%%v
if not defined FOUND call :try python
if not defined FOUND goto nopython

%FOUND% "%PARTS%\install.py" "%PROGRAM%"
if errorlevel 1 goto failed

:start
"%PROGRAM%\Scripts\batikstudio.exe" %*
exit /b %ERRORLEVEL%

:try
if defined FOUND exit /b
%* -c "import sys; v = '.'.join(map(str, sys.version_info[:2])); sys.exit(v not in open(sys.argv[1]).read().split())" "%PARTS%\pythons.txt" >nul 2>&1
if not errorlevel 1 set "FOUND=%*"
exit /b

:nopython
echo Batik Studio perlu Python salah satu versi ini (pasang dulu):
echo Batik Studio needs Python in one of these versions (install it first):
type "%PARTS%\pythons.txt"

:failed
pause
exit /b 1
